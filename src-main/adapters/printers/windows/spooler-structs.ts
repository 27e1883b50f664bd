import koffi from 'koffi';

const text = 'str16';
/** PRINTER_INFO_2W (winspool.h). */
export const PrinterInfo2 = koffi.struct({
  serverName: text,
  printerName: text,
  shareName: text,
  portName: text,
  driverName: text,
  comment: text,
  location: text,
  deviceMode: 'uintptr',
  separatorFile: text,
  printProcessor: text,
  datatype: text,
  parameters: text,
  securityDescriptor: 'uintptr',
  attributes: 'uint32',
  priority: 'uint32',
  defaultPriority: 'uint32',
  startTime: 'uint32',
  untilTime: 'uint32',
  status: 'uint32',
  jobs: 'uint32',
  averagePagesPerMinute: 'uint32',
});

/** JOB_INFO_1W up to its status. */
export const JobInfo1 = koffi.struct({
  jobId: 'uint32',
  printerName: text,
  machineName: text,
  userName: text,
  document: text,
  datatype: text,
  statusText: text,
  status: 'uint32',
});

/** DRIVER_INFO_8W up to dwPrinterDriverAttributes. */
export const DriverInfo8 = koffi.struct({
  version: 'uint32',
  /** Name, environment, driver, data, configuration and help files, dependents, monitor, data type, earlier names. */
  names: koffi.array('uintptr', 10),
  driverDate: koffi.array('uint32', 2),
  driverVersion: 'uint64',
  /** Maker, page, hardware id, provider, print processor, vendor set-up, colour profiles, inf file. */
  origins: koffi.array('uintptr', 8),
  attributes: 'uint32',
});

/** DOC_INFO_1W. C prototypes (koffi's) find it by its name. */
koffi.struct('ChudanDocInfo1', { documentName: text, outputFile: text, datatype: text });
