// Forbids words written into a component: they must come from the translations.
// A text with no letter in it (· / → 12) needs no translation and passes.

const spokenAttributes = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'label',
  'placeholder',
  'title',
]);

const hasLetter = /\p{L}/u;

/** The literal text of a JSX child or attribute value, or undefined when it is computed. */
function literalText(node) {
  if (node === null || node === undefined) return undefined;
  if (node.type === 'JSXText') return node.value;
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type === 'TemplateLiteral') return node.quasis.map((part) => part.value.cooked ?? '').join('');
  if (node.type === 'JSXExpressionContainer') return literalText(node.expression);
  return undefined;
}

export const noLiteralText = {
  meta: { type: 'problem', docs: { description: 'no literal text in components' }, schema: [] },
  create(context) {
    const check = (node) => {
      const text = literalText(node);
      if (text === undefined || !hasLetter.test(text)) return;
      const shown = text.trim().slice(0, 30);
      context.report({ node, message: `"${shown}" is written into the component; use a translation key.` });
    };
    const checkChildren = (node) => {
      for (const child of node.children) check(child);
    };
    return {
      JSXElement: checkChildren,
      JSXFragment: checkChildren,
      JSXAttribute(node) {
        if (node.name.type === 'JSXIdentifier' && spokenAttributes.has(node.name.name)) check(node.value);
      },
    };
  },
};
