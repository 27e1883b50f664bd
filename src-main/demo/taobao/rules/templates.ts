/** The standard templates of the carriers: 1 standard, 2 triple, 3 portable triple, 6 single sheet (taobao.md §6). */
export interface PrintTemplate {
  id: number;
  cpCode: string;
  name: string;
  type: 1 | 2 | 3 | 4 | 5 | 6;
  brandCode: string;
}

export const printTemplates: readonly PrintTemplate[] = [
  { id: 290659, cpCode: 'ZTO', name: '中通标准电子面单', type: 1, brandCode: 'default' },
  { id: 401, cpCode: 'ZTO', name: '中通一联单', type: 6, brandCode: 'default' },
  { id: 101, cpCode: 'YTO', name: '圆通标准电子面单', type: 1, brandCode: 'default' },
  { id: 301, cpCode: 'STO', name: '申通标准电子面单', type: 1, brandCode: 'default' },
  { id: 201, cpCode: 'YUNDA', name: '韵达标准电子面单', type: 1, brandCode: 'default' },
  { id: 801, cpCode: 'SF', name: '顺丰标准电子面单', type: 1, brandCode: 'SF' },
  { id: 802, cpCode: 'SF', name: '顺丰三联电子面单', type: 2, brandCode: 'SF' },
  { id: 1101, cpCode: 'POSTB', name: '邮政标准电子面单', type: 1, brandCode: 'default' },
];

export function templateUrl(template: PrintTemplate): string {
  return `http://cloudprint.cainiao.com/template/standard/${template.id}`;
}

/** A version may follow the number: `…/standard/290659/12`. */
export function isTemplateOf(cpCode: string, url: string): boolean {
  return printTemplates.some(
    (template) =>
      template.cpCode === cpCode && (url === templateUrl(template) || url.startsWith(`${templateUrl(template)}/`)),
  );
}
