import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { filesIn } from '../packaging/sources';

/** A text of the plugin, where it stands in the code. */
export interface Message {
  id: string;
  defaultMessage: string;
  /** `folder/file.ts:line`, for whoever translates it. */
  place: string;
}

const FOLDERS = ['common', 'public', 'server'];

/**
 * Every text of the plugin: the calls of `i18n.translate` and the `FormattedMessage` elements.
 * @throws Error where an id or a default message is not written out, since no tool could find it
 */
export function readMessages(root: string): Message[] {
  const files = FOLDERS.flatMap((folder) => filesIn(path.join(root, folder)));
  return files
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('test_support'))
    .flatMap((file) => messagesIn(file, path.relative(root, file)));
}

function messagesIn(file: string, name: string): Message[] {
  const text = readFileSync(file, 'utf8');
  if (!/i18n|FormattedMessage/.test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Message[] = [];
  const visit = (node: ts.Node): void => {
    const parts = partsOfCall(node) ?? partsOfElement(node);
    if (parts) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const place = `${name}:${line}`;
      found.push({
        id: literal(parts.id, place),
        defaultMessage: literal(parts.message, place),
        place,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

interface Parts {
  id: ts.Expression | undefined;
  message: ts.Expression | undefined;
}

function partsOfCall(node: ts.Node): Parts | undefined {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'i18n.translate') return;
  const [id, values] = node.arguments;
  if (!values || !ts.isObjectLiteralExpression(values)) return { id, message: undefined };
  const property = values.properties.find((one) => one.name?.getText() === 'defaultMessage');
  const message = property && ts.isPropertyAssignment(property) ? property.initializer : undefined;
  return { id, message };
}

function partsOfElement(node: ts.Node): Parts | undefined {
  if (!ts.isJsxSelfClosingElement(node) || node.tagName.getText() !== 'FormattedMessage') return;
  const valueOf = (name: string) => {
    const attribute = node.attributes.properties.find((one) => one.name?.getText() === name);
    const value = attribute && ts.isJsxAttribute(attribute) ? attribute.initializer : undefined;
    return value && ts.isJsxExpression(value) ? value.expression : value;
  };
  return { id: valueOf('id'), message: valueOf('defaultMessage') };
}

function literal(node: ts.Expression | undefined, place: string): string {
  if (node && ts.isStringLiteralLike(node)) return node.text;
  throw new Error(`${place}: a text's id and default message must be written out.`);
}
