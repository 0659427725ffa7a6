export interface Node { readonly name: string; readonly children: (Node | string)[]; readonly attributes: Readonly<Record<string, string>> }

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };
function decoded(text: string): string {
  if (/&(?!\w+;|#\d+;)|<|[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text)) throw new Error(`no XML text: ${text.slice(0, 80)}`);
  return text.replace(/\r\n?/g, '\n').replace(/&([#\w]+);/g, (_, name: string) => entities[name] ?? (name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (() => { throw new Error(`no such entity: ${name}`); })()));
}
const tag = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|<\?[^>]*\?>/y;
/** Well-formed XML (no DTD, no CDATA) as a tree; anything else throws. */
export function readXml(xml: string): Node {
  const root: Node = { name: '', children: [], attributes: {} };
  const open = [root];
  for (let at = 0; at < xml.length;) {
    const next = xml.indexOf('<', at);
    const text = xml.slice(at, next < 0 ? undefined : next);
    if (text !== '') open.at(-1)!.children.push(decoded(text));
    if (next < 0) break;
    tag.lastIndex = next;
    const [whole, closing, name, given = '', empty] = tag.exec(xml) ?? [];
    if (whole === undefined) throw new Error(`no tag: ${xml.slice(next, next + 80)}`);
    at = next + whole.length;
    if (name === undefined) continue;
    if (closing) {
      if (open.pop()!.name !== name) throw new Error(`</${name}> closes nothing`);
      continue;
    }
    const attributes = Object.fromEntries([...given.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, decoded(value!)]));
    const node: Node = { name, children: [], attributes };
    open.at(-1)!.children.push(node);
    if (!empty) open.push(node);
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.name}> is never closed`);
  return root;
}
/** All nodes of that name below a node, in their order. */
export const below = (node: Node, name: string): Node[] => node.children.flatMap((child) => (typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...below(child, name)]));
export const wordsOf = (node: Node): string => node.children.map((child) => (typeof child === 'string' ? child : child.name === 'br' ? '\n' : wordsOf(child))).join('');
