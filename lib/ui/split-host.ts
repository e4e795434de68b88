/** Cuts a host into its subdomains, which may be shortened, and its registrable domain, which never is. */
export function splitHost(host: string, registrable: string): { subdomains: string; registrable: string } {
  if (registrable === '') return { subdomains: '', registrable: host };
  const bare = host.replace(/:\d+$/, '');
  if (bare === registrable || !bare.endsWith(`.${registrable}`)) return { subdomains: '', registrable };
  return { subdomains: bare.slice(0, -registrable.length), registrable };
}
