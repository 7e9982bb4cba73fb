export const commonText = {
  notGiven: 'not given',
  yes: 'Yes',
  no: 'No',
};
