import fc from 'fast-check';
import { labelledMessages, type LabelledMessage } from '../../../samples/labelled-messages/labelled-messages';
import { COMMON_LANGUAGES, NO_LANGUAGE, UNKNOWN_LANGUAGE } from '../languages';
import { detectLanguage } from './detect-language';

const told = (text: string) => detectLanguage(text).language;

const shareOf = (messages: readonly LabelledMessage[], holds: (message: LabelledMessage) => boolean) =>
  messages.filter(holds).length / messages.length;
const isRight = ({ language, text }: LabelledMessage) => told(text) === language;
const isWrong = ({ language, text }: LabelledMessage) =>
  ![language, UNKNOWN_LANGUAGE, NO_LANGUAGE].includes(told(text));

const messages = labelledMessages();
const heldOut = messages.filter((message) => message.isHeldOut && message.language !== UNKNOWN_LANGUAGE);
const ambiguous = messages.filter(({ language }) => language === UNKNOWN_LANGUAGE);
const clear = messages.filter((message) => message.language !== UNKNOWN_LANGUAGE && isRight(message));

describe('the language of messages that it was not tuned on', () => {
  it('is told rightly of at least 95 in 100, and wrongly of at most 1', () => {
    expect(shareOf(heldOut, isRight)).toBeGreaterThanOrEqual(0.95);
    expect(shareOf(heldOut, isWrong)).toBeLessThanOrEqual(0.01);
  });

  it.each(COMMON_LANGUAGES)('is told rightly of at least 89 in 100 in %s, and wrongly of at most 3', (language) => {
    const those = heldOut.filter((message) => message.language === language);
    expect(shareOf(those, isRight)).toBeGreaterThanOrEqual(0.89);
    expect(shareOf(those, isWrong)).toBeLessThanOrEqual(0.03);
  });

  it('is not guessed where a message could be of several', () => {
    expect(shareOf(ambiguous, isWrong)).toBe(0);
  });
});

describe('a message without a word', () => {
  it.each([
    '',
    '   ',
    '???',
    '👍',
    '07700 900123',
    '£20',
    'https://example.com/see/you',
    'name@example.com',
    ':)',
    'M25',
    '<3 💯',
  ])('has no language: %j', (text) => expect(told(text)).toBe(NO_LANGUAGE));
});

describe('other languages', () => {
  it.each([
    ['de', 'Wo bist du gerade? Ich warte hier'],
    ['es', 'Dónde estás? te espero en casa'],
    ['it', 'Dove sei? ti aspetto a casa'],
    ['fr', 'Où es-tu ? je suis à la maison'],
    ['pt', 'onde você está? estou em casa'],
    ['nl', 'waar ben je? ik wacht thuis'],
    ['sv', 'Var är du? jag väntar hemma'],
    ['cs', 'kde jsi? čekám doma'],
    ['hr', 'gdje si? čekam te kući'],
    ['sl', 'kje si? čakam te doma'],
    ['tr', 'Neredesin? seni bekliyorum'],
    ['lt', 'kur esi? laukiu namuose'],
    ['lv', 'kur tu esi? es gaidu mājās'],
    ['ru', 'Где ты? я жду тебя дома'],
    ['uk', 'Де ти? я чекаю тебе вдома'],
    ['sr', 'Где си? чекам те код куће'],
    ['mk', 'Каде си? те чекам дома'],
    ['el', 'Πού είσαι; σε περιμένω'],
    ['ar', 'أين أنت؟ أنا في البيت'],
    ['zh', '你在哪里'],
    ['ja', '今どこにいるの'],
    ['ko', '어디야?'],
    ['th', 'อยู่ไหน'],
  ])('are told too: %s', (language, text) => expect(told(text)).toBe(language));
});

describe('spelling', () => {
  it.each([
    ['hu', 'szia mit csinalsz'],
    ['ro', 'unde esti ma'],
    ['pl', 'gdzie jestes'],
    ['vi', 'toi nay di nhau khong'],
    ['bg', 'kade si brat, imash li pari'],
    ['bg', '4akai me brat'],
    ['ru', 'gde ty? ya zhdu tebya doma'],
    ['el', 'pou eisai? se perimeno'],
  ])('without the signs or letters of its language is told: %s, %s', (language, text) => {
    expect(detectLanguage(text)).toMatchObject({ language, isTransliterated: true });
  });

  it.each([
    ['hu', 'Szia, mit csinálsz?'],
    ['hu', 'persze haver'],
    ['bg', 'къде си в момента'],
    ['en', 'where are you now'],
  ])('as its language writes is not taken for another: %s, %s', (language, text) => {
    expect(detectLanguage(text)).toMatchObject({ language, isTransliterated: false });
  });

  it('with letters repeated is the word that was meant', () => {
    expect(told('kösziiiiii')).toBe('hu');
    expect(told('мерсиии')).toBe('bg');
  });
});

describe('several languages in one message', () => {
  it('are told where words in a row are surely of another', () => {
    expect(detectLanguage('Jutro see you at work, nie spóźnij się bo boss będzie zły')).toMatchObject({
      language: 'pl',
      mixedWith: ['en'],
    });
    expect(detectLanguage('vidim se utre, please call me when you finish')).toMatchObject({
      language: 'en',
      mixedWith: ['bg'],
    });
  });

  it('are not made of a worldwide word or two', () => {
    expect(detectLanguage('ok boss, holnap jovok')).toMatchObject({ language: 'hu', mixedWith: [] });
  });

  it('are found in few messages that are in one', () => {
    expect(clear.filter(({ text }) => detectLanguage(text).mixedWith.length > 0).length / clear.length).toBeLessThan(
      0.01,
    );
  });
});

describe('detection', () => {
  const message = fc.constantFrom(...messages.map(({ text }) => text));
  const noise = fc.constantFrom(
    '👍',
    '😂😂',
    '12',
    '£200',
    'https://example.com/x',
    '+44 7700 900123',
    '!!!',
    '18:30',
    '❤️',
  );

  it('never fails, and is as sure as 0 to 1, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string()), (text) => {
        const { confidence, language, mixedWith } = detectLanguage(text);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(language).toMatch(/^[a-z]{2,3}$/);
        expect(mixedWith).not.toContain(language);
      }),
      { numRuns: 500 },
    );
  });

  it('is not changed by pictures, numbers and addresses before or after', () => {
    fc.assert(
      fc.property(message, noise, noise, (text, before, after) => {
        expect(detectLanguage(`${before} ${text} ${after}`)).toEqual(detectLanguage(text));
      }),
      { numRuns: 500 },
    );
  });

  it('is not changed by capitals, nor by how signs are encoded', () => {
    fc.assert(
      fc.property(message, (text) => {
        expect(detectLanguage(text.toUpperCase())).toEqual(detectLanguage(text));
        expect(detectLanguage(text.normalize('NFD'))).toEqual(detectLanguage(text));
      }),
      { numRuns: 500 },
    );
  });

  it('says nothing of names alone', () => {
    expect(['Maria', 'Andrei', 'Arben', 'Zsolt', 'Mitko', 'maria elena', 'Krzysztof!'].map(told)).toEqual(
      Array.from({ length: 7 }, () => UNKNOWN_LANGUAGE),
    );
  });
});
