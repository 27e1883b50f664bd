/** `\\?\usb#vid_0fe6&pid_811e#5&2c8a1b&0&2#{28d78fad-…}`: class, device, instance, interface. */
const DEVICE_PATH = /^\\\\[?.]\\usb#(vid_[0-9a-f]{4}&pid_[0-9a-f]{4}[^#]*)#([^#]+)#/iu;

/**
 * Names a USB printer across restarts: its ids with its serial number, or, as most cheap printers have none, with the
 * port it hangs on, which Windows then puts in its place (an instance with '&' in it; Microsoft: Instance IDs). Null:
 * this is no path of a USB device.
 */
export function usbPrinterKey(devicePath: string): string | null {
  const [, device, instance] = DEVICE_PATH.exec(devicePath) ?? [];
  return device === undefined || instance === undefined ? null : `${device}#${instance}`.toLowerCase();
}
