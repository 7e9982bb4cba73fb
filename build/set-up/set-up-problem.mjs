/** Something set-up cannot do by itself: what happened, and what the person should do next. */
export class SetUpProblem extends Error {
  /**
   * @param {string} happened
   * @param {string} next
   */
  constructor(happened, next) {
    super(`${happened}\n${next}`);
    this.name = 'SetUpProblem';
  }
}
