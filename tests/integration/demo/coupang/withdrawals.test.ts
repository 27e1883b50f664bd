import { describe, expect, it } from 'vitest';
import { acknowledge, startCoupang } from './support/start-coupang.ts';

describe('withdrawals', () => {
  it('come in numbered pages', async () => {
    const bench = await startCoupang();
    for (let count = 0; count < 3; count += 1) {
      const { shipmentBoxId } = bench.add();
      await acknowledge(bench, shipmentBoxId);
      const { receiptId } = bench.simulator.happen({ event: 'buyer-cancels', shipmentBoxId });
      bench.simulator.happen({ event: 'withdraw', receiptId: receiptId! });
    }
    const page = (index: number) =>
      bench.get(`v4 returnWithdrawRequests?sizePerPage=2&pageIndex=${index}&dateFrom=2026-11-22&dateTo=2026-11-22`);
    expect((await page(1)).json).toMatchObject({ data: [{}, {}], nextPageIndex: '2' });
    expect((await page(2)).json).toMatchObject({ data: [{}], nextPageIndex: '' });
  });

  it.each([
    ['dateTo=2026-11-22', "Required String parameter 'dateFrom' is not present"],
    ['dateFrom=2026-11-22', "Required String parameter 'dateTo' is not present"],
    ['dateFrom=2026-11-22&dateTo=2026-11-21', '종료일자는 시작일자보다 작거나 같아야 합니다.'],
    ['dateFrom=2026-11-14&dateTo=2026-11-22', '최대 조회 기간은 7 일 입니다.(The maximum view duration is 7 days)'],
    [
      'dateFrom=22.11.2026&dateTo=2026-11-22',
      '날짜입력을 확인해 주세요. (형식:yyyy-MM-dd) [Please confirm the date input (format:yyyy-MM-dd)]',
    ],
    [
      'dateFrom=2026-11-22&dateTo=2026-11-22&sizePerPage=101',
      '페이지별 최대 표시 갯수(sizePerPage)는 100 입니다. (The maximum number of indications per page (sizePerPage) is 100)',
    ],
    [
      'dateFrom=2026-11-22&dateTo=2026-11-22&pageIndex=0',
      'pageindex 는 음수 또는 0 일 수 없습니다. (pageindex can not be negative or 0)',
    ],
  ])('refuse %s', async (query, message) => {
    const bench = await startCoupang();
    const reply = await bench.get(`v4 returnWithdrawRequests?${query}`);
    expect([reply.status, reply.json.message]).toEqual([400, message]);
  });
});
