import { addressRows, type LabelContent } from './label-content.ts';

/** The label in ZPL II for a head of `dpi` dots an inch; the design is 203 dpi, 812 × 1218 dots. */
export function drawZpl(content: LabelContent, dpi: number): string {
  const scaled = (dots: number): number => Math.round((dots * dpi) / 203);
  const text = (x: number, y: number, height: number, value: string): string =>
    `^FO${scaled(x)},${scaled(y)}^A0N,${scaled(height)},${scaled(height)}^FH_^FD${fieldData(value)}^FS`;
  const line = (y: number): string => `^FO${scaled(40)},${scaled(y)}^GB${scaled(732)},${scaled(3)},${scaled(3)}^FS`;
  return [
    '^XA',
    '^CI28',
    `^PW${scaled(812)}`,
    `^LL${scaled(1_218)}`,
    text(40, 50, 52, content.carrierName),
    text(40, 112, 28, content.serviceName),
    `^FO${scaled(610)},${scaled(30)}^BQN,2,${scaled(5)}^FDQA,${content.trackingId}^FS`,
    line(190),
    ...addressRows(content.from).map((row, index) => text(40, 210 + index * 28, 24, row)),
    line(400),
    text(40, 420, 28, 'SHIP TO'),
    ...addressRows(content.to).map((row, index) => text(40, 460 + index * 42, 36, row)),
    line(760),
    text(40, 780, 36, content.trackingId),
    `^FO${scaled(80)},${scaled(836)}^BY${scaled(2)}^BCN,${scaled(220)},N,N,N^FD${content.trackingId}^FS`,
    line(1_090),
    text(40, 1_110, 26, content.orderId),
    ...(content.customText === '' ? [] : [text(520, 1_110, 26, content.customText)]),
    '^XZ',
    '',
  ].join('\n');
}

/** `^`, `~` and `_` would be read as commands, so they go as hexadecimal. */
function fieldData(value: string): string {
  return value.replaceAll(/[\^~_]/gu, (letter) => `_${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}
