/** Saved analyses, what is exported of them, and reports. */
export const doneReports = {
  savedTable: { save: 'save ‘{{table}}’', rename: 'rename to ‘{{table}}’', remove: 'delete ‘{{table}}’' },
};
