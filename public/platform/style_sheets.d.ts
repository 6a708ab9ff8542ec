/** A style sheet as its text: the platform loads scripts only. */
declare module '*.css' {
  const text: string;
  export default text;
}
