/** A name that the tour's window takes for another computer, and that leads to this one. */
export const otherComputer = 'barn.invalid';
