/**
 * What the detector gets wrong on the project's own pages, per page: `truth read as found`, with its place among the
 * page's controls. A failure that is not listed fails the build, and so does a listed one that no longer happens.
 */
export const KNOWN_FAILURES: Readonly<Record<string, readonly string[]>> = {
  // `Kraj` is a region in Czech and a country in Polish.
  'drawn/cs-address.html': ['7: address-level1 read as country'],
};
