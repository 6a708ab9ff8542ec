/** Stands for the text of a style sheet. */
export default '';
