import type { Snapshot } from '../../shared/model/snapshot.ts';

const inTwo = { zh: ['医保局', '大医院', '副院长', '软件公司', '出院小结', '采石巷', '钟楼街'], en: ['social worker', 'health centre', 'discharge letter'] } as const;
/** Names and offices that a dictionary would take apart: the study's own list of words. */
export const listedWords: NonNullable<Snapshot['listedWords']> = (['zh', 'en'] as const).flatMap((language) => inTwo[language].map((word) => ({ kind: 'word' as const, language, word })));
