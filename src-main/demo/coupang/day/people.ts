import { pick, wholeBetween, type Random } from '../../random.ts';
import type { Box, BoxReceiver } from '../box.ts';

/** Invented buyers. Relay numbers with three noughts in the middle ring nowhere. */
const families = ['김', '이', '박', '최', '정', '강', '조', '윤', '장', '임', '한', '오', '서', '신', '황'];
const givenNames = [
  '서연',
  '지우',
  '민준',
  '하윤',
  '도윤',
  '예은',
  '수빈',
  '지호',
  '유진',
  '현우',
  '나연',
  '태윤',
  '은채',
  '시우',
  '보람',
];

const streets: readonly { address: string; postPrefix: string }[] = [
  { address: '서울특별시 송파구 송파대로', postPrefix: '055' },
  { address: '서울특별시 마포구 월드컵북로', postPrefix: '039' },
  { address: '경기도 성남시 분당구 판교역로', postPrefix: '134' },
  { address: '경기도 화성시 동탄대로9길', postPrefix: '184' },
  { address: '부산광역시 해운대구 센텀중앙로', postPrefix: '480' },
  { address: '대구광역시 수성구 달구벌대로', postPrefix: '420' },
  { address: '인천광역시 연수구 송도과학로', postPrefix: '219' },
  { address: '대전광역시 유성구 대학로', postPrefix: '341' },
  { address: '광주광역시 서구 상무중앙로', postPrefix: '619' },
  { address: '강원특별자치도 춘천시 중앙로', postPrefix: '243' },
];
const islands: readonly { address: string; postPrefix: string }[] = [
  { address: '제주특별자치도 제주시 연삼로', postPrefix: '631' },
  { address: '경상북도 울릉군 울릉읍 도동길', postPrefix: '402' },
];

const wishes = [
  null,
  null,
  '문 앞',
  '문 앞',
  '문 앞',
  '직접 받고 부재 시 문 앞',
  '경비실',
  '택배함',
  '문 앞 (공동현관 #1234*)',
  '배송 전 연락 부탁드립니다.',
];

export interface Somebody extends Pick<Box, 'orderer' | 'receiver' | 'parcelPrintMessage' | 'customs'> {
  isRemoteArea: boolean;
}

/** Somebody somewhere in Korea; one in twelve lives where delivery costs more. The name is the one customs will ask for. */
export function somebodyInKorea(random: Random): Somebody {
  const name = `${pick(random, families)}${pick(random, givenNames)}`;
  const isRemoteArea = random() < 1 / 12;
  const { address, postPrefix } = pick(random, isRemoteArea ? islands : streets);
  const receiver: BoxReceiver = {
    name,
    safeNumber: relayNumber(random),
    addr1: `${address} ${wholeBetween(random, 1, 600)}`,
    addr2: `${wholeBetween(random, 101, 120)}동 ${wholeBetween(random, 1, 25)}0${wholeBetween(random, 1, 8)}호`,
    postCode: `${postPrefix}${digits(random, 2)}`,
  };
  return {
    orderer: { name, safeNumber: relayNumber(random) },
    receiver,
    parcelPrintMessage: pick(random, wishes),
    customs: { clearanceCode: `P${digits(random, 12)}`, phone: `010-0000-${digits(random, 4)}` },
    isRemoteArea,
  };
}

function relayNumber(random: Random): string {
  return `0503-0000-${digits(random, 4)}`;
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => wholeBetween(random, 0, 9)).join('');
}
