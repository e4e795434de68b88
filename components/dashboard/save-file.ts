const TYPES: Readonly<Record<string, string>> = { json: 'application/json', csv: 'text/csv' };

/** Hands a text to the browser's own download, under a name. */
export function saveFile(name: string, text: string): void {
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain';
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
