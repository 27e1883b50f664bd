import { describe, expect, it } from 'vitest';
import { acknowledge, id, startCoupang, verdict } from './support/start-coupang.ts';

describe('preparing the goods', () => {
  it('moves a paid box, with the answer of the document', async () => {
    const bench = await startCoupang();
    const { shipmentBoxId } = bench.add();
    const { json } = await acknowledge(bench, shipmentBoxId);
    expect(json).toMatchObject({ code: '200', message: 'OK' });
    expect(json.data).toMatchObject({
      responseCode: 0,
      responseList: [
        {
          shipmentBoxId: BigInt(shipmentBoxId),
          succeed: true,
          resultCode: 'OK',
          retryRequired: false,
          resultMessage: 'request succeeded.',
        },
      ],
    });
    expect(bench.box(shipmentBoxId)).toMatchObject({ status: 'INSTRUCT', effects: { acknowledgements: 1 } });
  });

  it('takes PATCH as it takes PUT', async () => {
    const bench = await startCoupang();
    const { shipmentBoxId } = bench.add();
    const body = { vendorId: 'A00012345', shipmentBoxIds: [id(shipmentBoxId)] };
    expect((await bench.send('PATCH', 'v4 ordersheets/acknowledgement', body)).json.data.responseCode).toBe(0);
    expect((await bench.send('POST', 'v4 ordersheets/acknowledgement', body)).status).toBe(404);
  });

  it('says how much of it failed: 0 nothing, 1 a part, 99 all, -1 nothing was asked', async () => {
    const bench = await startCoupang();
    const [first, second] = [bench.add(), bench.add()];
    const partial = await acknowledge(bench, first!.shipmentBoxId, '102391599');
    expect(partial.json.data.responseCode).toBe(1);
    expect(partial.json.data.responseList[1]).toEqual({
      shipmentBoxId: 102391599,
      succeed: false,
      resultCode: 'NOT_FOUND_SHIPMENT_BOX',
      retryRequired: true,
      resultMessage: 'shipmentBoxId (102391599) is not found.',
    });
    expect(verdict(await acknowledge(bench, '102391599'))).toEqual([99, 'NOT_FOUND_SHIPMENT_BOX', true]);
    expect((await acknowledge(bench, second!.shipmentBoxId)).json.data.responseCode).toBe(0);
    expect((await acknowledge(bench)).json.data).toMatchObject({ responseCode: -1, responseList: [] });
    bench.simulator.faults.add({ kind: 'all-failed-minus-one', path: '*' });
    expect((await acknowledge(bench, '102391599')).json.data.responseCode).toBe(-1);
  });

  it("is for paid boxes of one's own that nobody is cancelling", async () => {
    const bench = await startCoupang();
    const { shipmentBoxId } = bench.add();
    await acknowledge(bench, shipmentBoxId);
    expect(verdict(await acknowledge(bench, shipmentBoxId))).toEqual([99, 'INVALID_STATUS', false]);
    expect(bench.box(shipmentBoxId).effects.acknowledgements).toBe(1);
    const held = bench.add();
    bench.simulator.happen({ event: 'hold-for-cancel', shipmentBoxId: held.shipmentBoxId });
    expect(verdict(await acknowledge(bench, held.shipmentBoxId))[1]).toBe('ORDER_DELIVERY_CANCELED_HOLDING_FOR_CANCEL');
    expect(() => bench.simulator.happen({ event: 'hold-for-cancel', shipmentBoxId: held.shipmentBoxId })).toThrow(
      'held already',
    );
    bench.simulator.happen({ event: 'decide-held', shipmentBoxId: held.shipmentBoxId, isCancelled: false });
    expect(verdict(await acknowledge(bench, held.shipmentBoxId))[1]).toBe('OK');
    const gone = bench.add();
    bench.simulator.happen({ event: 'buyer-cancels', shipmentBoxId: gone.shipmentBoxId });
    expect(verdict(await acknowledge(bench, gone.shipmentBoxId))[1]).toBe('ORDER_DELIVERY_CANCELED');
    expect(verdict(await acknowledge(bench, '642538970099999991'))[1]).toBe('PERMISSION_DENIED');
    const global = bench.add({}, { shipmentType: 'CGF' });
    expect(verdict(await acknowledge(bench, global.shipmentBoxId))[1]).toBe('PERMISSION_DENIED');
    const hidden = bench.add({ visibleDelayMs: 36_000_000 });
    expect(verdict(await acknowledge(bench, hidden.shipmentBoxId))[1]).toBe('NOT_FOUND_SHIPMENT_BOX');
  });

  it('may lag: taken at once, to be seen later, and a second call changes nothing', async () => {
    const bench = await startCoupang({ faults: [{ kind: 'acknowledge-lag', path: '*', latencyMs: 1_800_000 }] });
    const { shipmentBoxId } = bench.add();
    expect(verdict(await acknowledge(bench, shipmentBoxId))).toEqual([0, 'OK', false]);
    expect(bench.box(shipmentBoxId).status).toBe('ACCEPT');
    expect(verdict(await acknowledge(bench, shipmentBoxId))).toEqual([0, 'OK', false]);
    bench.pass(1_800_000);
    expect(bench.box(shipmentBoxId)).toMatchObject({ status: 'INSTRUCT', effects: { acknowledgements: 1 } });
  });

  it.each([
    ['another vendor', { vendorId: 'A00099999', shipmentBoxIds: [1] }, 'Invalid vendor ID'],
    ['ids as text', { vendorId: 'A00012345', shipmentBoxIds: ['1'] }, "'shipmentBoxIds.0' is not valid: Invalid input"],
    ['no ids', { vendorId: 'A00012345' }, 'Object is null : shipmentBoxIds'],
    [
      'a field too many',
      { vendorId: 'A00012345', shipmentBoxIds: [1], force: true },
      'Could not read JSON: Unrecognized field "force"',
    ],
    [
      'more than fifty',
      { vendorId: 'A00012345', shipmentBoxIds: Array.from({ length: 51 }, (_, index) => index + 1) },
      'shipmentBoxIds can not be more than 50',
    ],
  ])('refuses %s', async (_name, body, message) => {
    const bench = await startCoupang();
    const reply = await bench.send('PUT', 'v4 ordersheets/acknowledgement', body);
    expect([reply.status, reply.json]).toEqual([400, { code: 'ERROR', message }]);
  });

  it('refuses what is no JSON', async () => {
    const bench = await startCoupang();
    const reply = await bench.send('PUT', 'v4 ordersheets/acknowledgement', '{"vendorId":');
    expect([reply.status, reply.json.message.startsWith('Could not read JSON: ')]).toEqual([400, true]);
    const headers = { 'Content-Type': 'text/plain' };
    expect((await bench.send('PUT', 'v4 ordersheets/acknowledgement', '{}', headers)).status).toBe(415);
  });
});
