import { XMLParser } from 'fast-xml-parser';

export type DecodedBody =
  | { readonly kind: 'data'; readonly value: unknown }
  | { readonly kind: 'empty' }
  /** A web page: an error of a media server, or something between us and plex.tv. */
  | { readonly kind: 'html' }
  | { readonly kind: 'malformed' };

/**
 * Decodes a body by what it is, not by what was requested: Plex may send XML instead of JSON, sometimes with the wrong
 * `Content-Type` (https://developer.plex.tv/pms/, "Content Types").
 */
export const decodeBody = (contentType: string, text: string): DecodedBody => {
  const content = text.trim();
  if (content === '') return { kind: 'empty' };
  const type = contentType.toLowerCase();
  if (!content.startsWith('<')) {
    return /^[[{]/.test(content) || !type.includes('html') ? decodeJson(content) : { kind: 'html' };
  }
  if (isHtml(type, content)) return { kind: 'html' };
  const decoded = decodeXml(content);
  return decoded === null ? { kind: 'malformed' } : { kind: 'data', value: decoded.value };
};

const isHtml = (type: string, content: string): boolean =>
  /^(<\?xml[^>]{0,200}\?>)?(\s|<!--[^>]{0,1000}-->)*<(!doctype\s+html|html|head|body|script|meta|title|h1|center)\b/i.test(
    content.slice(0, 2000),
  ) ||
  (type.includes('html') && !type.includes('xml'));

const decodeJson = (content: string): DecodedBody => {
  try {
    const value: unknown = JSON.parse(content);
    return { kind: 'data', value };
  } catch {
    return { kind: 'malformed' };
  }
};

const attributesKey = ':@';
const textKey = '#text';
// Plex nests four levels; the parser refuses more than this.
const deepest = 32;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  textNodeName: textKey,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: deepest,
  // Needed for `&#233;` and the like.
  htmlEntities: true,
});

type PlainValue = string | null | readonly PlainValue[] | { readonly [name: string]: PlainValue };

interface Element {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly Element[];
  readonly text: string;
}

// Roots that JSON has too; plex.tv's others (`user`, `pin`, `resources`) exist only in XML.
const namedRoots = new Set(['MediaContainer', 'errors', 'error']);

/**
 * Decodes Plex's XML into the shape of its JSON, so that one schema serves both: attributes become fields with text values,
 * "" becomes null, `<roles><role id="a"/></roles>` becomes `roles: ["a"]`. Null if it isn't valid XML.
 */
export const decodeXml = (text: string): { readonly value: unknown } | null => {
  // SECURITY: Plex declares no entities; an attacker's would be expanded, or fetched.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return null;
  try {
    // Without validation the parser accepts truncated XML. The replacement is another package.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const roots = toElements(parser.parse(text, true));
    const [root] = roots;
    if (root === undefined || roots.length !== 1) return null;
    const value = toPlain(root);
    return { value: namedRoots.has(root.name) ? plainObject([[root.name, value]]) : value };
  } catch {
    // The parser throws on what is malformed, too deep, or named like an inherited property.
    return null;
  }
};

const toElements = (nodes: unknown): readonly Element[] => {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: unknown) => {
    const entries = entriesOf(node);
    const found = entries.find(([key]) => key !== attributesKey && key !== textKey);
    if (found === undefined) return [];
    const [name, content] = found;
    const attributes = entriesOf(entries.find(([key]) => key === attributesKey)?.[1]).map(
      ([key, value]) => [key, String(value)] as const,
    );
    return [{ name, attributes, children: toElements(content), text: textOf(content) }];
  });
};

const entriesOf = (value: unknown): readonly [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const textOf = (nodes: unknown): string =>
  Array.isArray(nodes)
    ? nodes
        .flatMap((node: unknown) => entriesOf(node))
        .filter(([key]) => key === textKey)
        .map(([, value]) => String(value))
        .join('')
    : '';

const toPlain = (element: Element): PlainValue => {
  if (element.attributes.length === 0) {
    if (isList(element)) return element.children.map(toListItem);
    if (element.children.length === 0) return element.text === '' ? null : element.text;
  }
  return plainObject([
    ...groupChildren(element.children),
    ...element.attributes.map(([name, value]) => [name, value === '' ? null : value] as const),
    ...(element.text === '' ? [] : [['text', element.text] as const]),
  ]);
};

/** `<roles>` with nothing but `<role>` in it, or with nothing at all. */
const isList = ({ name, text, children }: Element): boolean =>
  text === '' && /[^s]s$/.test(name) && new Set(children.map((child) => child.name)).size <= 1;

/** `<role id="plexpass"/>` is the text `plexpass` in JSON. */
const toListItem = (element: Element): PlainValue => {
  const [only, ...others] = element.attributes;
  const isName =
    only?.[0] === 'id' && others.length === 0 && element.children.length === 0 && !element.text;
  return isName ? only[1] : toPlain(element);
};

const groupChildren = (
  children: readonly Element[],
): readonly (readonly [string, PlainValue])[] => {
  const groups = new Map<string, PlainValue[]>();
  for (const child of children) {
    const group = groups.get(child.name) ?? [];
    group.push(toPlain(child));
    groups.set(child.name, group);
  }
  return [...groups].map(([name, group]) => [
    name,
    group.length === 1 ? (group[0] ?? null) : group,
  ]);
};

// SECURITY: fromEntries defines own properties, so no name reaches a prototype.
const plainObject = (
  entries: readonly (readonly [string, PlainValue])[],
): { readonly [name: string]: PlainValue } => Object.fromEntries(entries);
