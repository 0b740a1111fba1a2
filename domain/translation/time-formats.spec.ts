import { timesOf } from './time-formats';

describe('how times are written', () => {
  it.each([
    [['2021-12-31T23:59:59Z'], 'iso'],
    [['2021-12-31 23:59:59.123'], 'iso'],
    [['1640995199', '1640995200'], 'unix-seconds'],
    [['1640995199123'], 'unix-milliseconds'],
    [['44561.9999'], 'excel-days'],
    [['31/12/2021 23:59:59(UTC+0)', '01/01/2022 00:00:01(UTC+0)'], "dd/MM/yyyy HH:mm:ss'(UTC'Z')'"],
    [['31/12/2021 23:59:59 (UTC+2)'], "dd/MM/yyyy HH:mm:ss '(UTC'Z')'"],
    [['12/31/2021 11:59:59 PM', '1/2/2022 1:05:09 AM'], 'M/d/yyyy h:mm:ss a'],
    [['31.12.2021 23:59:59 UTC+02:00'], "dd.MM.yyyy HH:mm:ss 'UTC'Z"],
    [['31/12/2021 23:59:59 UTC (Device)'], "dd/MM/yyyy HH:mm:ss 'UTC (Device)'"],
    [['31-12-2021 23:59 +02:00'], 'dd-MM-yyyy HH:mm ZZ'],
    [['31/12/21, 23:59'], 'dd/MM/yy, HH:mm'],
    [['2021. 12. 31. 23:59:05'], 'yyyy. MM. dd. HH:mm:ss'],
    [['2021. 1. 3. 9:05', '2021. 12. 31. 23:59'], 'yyyy. M. d. H:mm'],
    [['2021/12/31 23:59:59'], 'yyyy/MM/dd HH:mm:ss'],
    [['31 Dec 2021 23:59:59'], 'd MMM yyyy HH:mm:ss'],
    [['December 31, 2021 11:59 PM'], 'MMMM d, yyyy hh:mm a'],
    [['2021. december 31. 23:59'], 'yyyy. MMMM d. HH:mm'],
    [['31/12/21, 11:59\u202fPM', '\u200e1/1/22, 1:00\u202fAM'], 'd/M/yy, h:mm a'],
    [['31/12/2021'], 'dd/MM/yyyy'],
    [['23:59'], 'HH:mm'],
  ])('is found out: %j', (cells, format) => {
    expect(timesOf(cells)?.format).toBe(format);
  });

  it('has the month first where a second number is above 12', () => {
    expect(timesOf(['01/02/2021 10:00', '01/13/2021 10:00'])).toMatchObject({
      format: 'MM/dd/yyyy HH:mm',
      isSure: true,
    });
    expect(timesOf(['01/02/2021 10:00', '13/01/2021 10:00'])).toMatchObject({
      format: 'dd/MM/yyyy HH:mm',
      isSure: true,
    });
  });

  it('is not sure where nothing tells day and month apart, or each contradicts the other', () => {
    expect(timesOf(['01/02/2021 10:00'])?.isSure).toBe(false);
    expect(timesOf(['01/13/2021 10:00', '13/01/2021 10:00'])?.isSure).toBe(false);
    expect(timesOf(['01.02.2021 10:00'])?.isSure).toBe(true);
    expect(timesOf(['01/02/2021 10:00'], 'Sent (MM/dd/yyyy)')).toMatchObject({
      format: 'MM/dd/yyyy HH:mm',
      isSure: true,
    });
  });

  it('has the zone that it says, or that its heading says', () => {
    expect(timesOf(['31/12/2021 23:59 UTC'])?.zone).toBe('Etc/UTC');
    expect(timesOf(['31/12/2021 23:59 UTC (Network)'])?.zone).toBe('Etc/UTC');
    expect(timesOf(['31/12/2021 23:59'], 'Sent - UTC+05:30 (dd/MM/yyyy)')?.zone).toBe('UTC+5:30');
    expect(timesOf(['31/12/2021 23:59'], 'Sent - UTC+00:00')?.zone).toBe('Etc/UTC');
    expect(timesOf(['31/12/2021 23:59'], 'Sent')?.zone).toBeUndefined();
  });

  it('is nothing where most cells are no times', () => {
    expect(timesOf(['31/12/2021 23:59', 'x', 'y'])).toBeUndefined();
    expect(timesOf(['447700900123', '+40720000001'])).toBeUndefined();
    expect(timesOf([])).toBeUndefined();
  });
});
