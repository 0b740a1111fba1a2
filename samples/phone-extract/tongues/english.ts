import { ENGLISH as NAMES } from '../../names';
import { choices, lines, type Tongue } from './tongue';

export const ENGLISH: Tongue = {
  code: 'en',
  pounds: 'pounds',
  months: choices('January|February|March|April|May|June|July|August|September|October|November|December'),
  writeDate: (day, month) => `${day} ${month}`,
  openers: choices('Hi!|Hello!|Hey!|Sorry!|Morning!|Right…|Listen!|Oh!|Guess what!|By the way…|Hiya!|Alright?'),
  slang: {
    you: 'u',
    are: 'r',
    your: 'ur',
    tomorrow: 'tmrw',
    please: 'pls',
    because: 'cos',
    tonight: '2nite',
    thanks: 'thx',
    and: 'n',
    going: 'goin',
    what: 'wot',
    for: '4',
    see: 'c',
    love: 'luv',
    message: 'msg',
    minutes: 'mins',
    about: 'bout',
    someone: 'some1',
  },
  short:
    choices(`yes|Yes|thanks|Thanks mate|where are you?|on my way|call me|yes please|sure|see you later|not sure|5 minutes|sorry|good morning|
    |good night|how are you?|I am here|outside|what time?|no problem|no thanks|who is this?|running late|nice one|cheers|love you|will do|sounds good`),
  words: {
    she: NAMES.women,
    he: NAMES.men,
    pet: choices('mate|love|buddy|darling|my friend|bro|sis|mum|dad|pal|boss|sweetheart'),
    day: choices(`today|tomorrow|on Monday|on Tuesday|on Wednesday|on Thursday|on Friday|on Saturday|on Sunday|tonight|next week|this weekend|
      tomorrow morning|this afternoon`),
    food: choices(
      'a roast|a curry|fish and chips|pasta|a pizza|sausages|a stew|pancakes|soup|burgers|a pie|beans on toast|a salad',
    ),
    team: choices('Norwich|Ipswich|Liverpool|Chelsea|Arsenal|Spurs|Everton|Leeds|City|United|Villa|West Ham|Palace'),
    weather: choices(
      'raining|sunny|freezing|windy|foggy|boiling|pouring down|cloudy|snowing a bit|lovely out|miserable',
    ),
    kin: choices(
      'Mum|Dad|my sister|my brother|Nan|Grandad|my uncle|my cousin|the neighbour|Auntie Jean|my mate|the wife',
    ),
    shop: choices(
      'in Tesco|in Asda|in Aldi|in Lidl|at the market|in Boots|at the garage|in Morrisons|in B&M|at the post office',
    ),
    thing: choices(
      'milk|bread|eggs|nappies|teabags|potatoes|washing powder|chicken|butter|beer|crisps|cat food|bin bags|batteries|paracetamol',
    ),
    work: choices(
      'at the warehouse|on site|at the factory|on the farm|at the hotel|at the car wash|in the kitchen|at the garage|in the office',
    ),
    spot: choices(
      'at the bus stop|in the Tesco car park|at the station|by the garage|on the corner|outside the pub|in the park|by the exit',
    ),
    body: choices('head|back|tooth|stomach|throat|leg|knee|shoulder'),
    laugh: choices('haha|hahaha|lol|😂|😂😂|🤣'),
    fix: choices('boiler|washing machine|shower|front door lock|cooker|smoke alarm|window|toilet|fridge'),
  },
  frames: {
    ordinary: lines(`
      Hi {pet}, what are you doing {day}?
      I made {food}, come round about {time}
      {kin} says she is cooking {food} {day}
      It is {weather} here, what is it like with you?
      Did you see the match? {team} {score} {team2}
      {team} were awful, finished {score}
      Can you get {thing} and {thing2} please?
      I am {shop}, do you need anything?
      Got {n} packs of {thing} {shop}, they were on offer
      {kin} is not well, taking her to the doctor {day}
      How is {kin}? Have not spoken for ages
      Are you free {day}? Want to talk, after {time}
      Sorry, fell asleep, woke up about {time}
      Happy birthday {she}, have a lovely day
      {she} is {age} today, have you sent a card?
      My phone died, ring me after {time}
      My {body} hurts, been in bed all day
      Working {work} until {time}, shattered
      Starting at {time} {work} {day}
      The gas bill came, {gbp}, ridiculous
      {he} is coming {day} about the {fix}, he wants {gbp}
      Morning {pet}, did you sleep ok? It is {weather} here
      Bus comes in {mins} minutes, it is {weather}
      {she} has a new number, {phone}
      Look what {he} said {laugh}
      If {team} win {day} the beers are on me
      Your parcel is out for delivery, it will be there by {time}
      The {fix} is broken again, can you look at it {day}?
      The car is booked in for its MOT {date}, reg {plate}
      Dentist is {date} at {time}, do not forget
    `),
    recruitment: lines(`
      <Hi, {she} gave me your number, is there any work going?
      >There is work in Norwich, about {gbp} a week, room included
      >I pay for the ticket and take it off later
    `),
    travel: lines(`
      >Booked it, {flight}, {date} at {time}
      >Flight is {flight} from {airport}, {date}, do not be late
      >{he} will be at {airport} about {time}, the car is {plate}
      <Taxi to {airport} is {gbp}, pick up {time} {date}
      Driver is outside, {plate}, {mins} minutes
      <Landed, where are you? I am {spot}
    `),
    accommodation: lines(`
      <The rent for {address} is {gbp}, due {date}
      <Viewing at {address} is {date} at {time}, {n} bedrooms
      >How much deposit for {address}? I can pay {gbp} cash
      <Neighbours at {address} say people come and go until {time}
      >Two girls stay in {address}, the other {n} here
    `),
    adverts: lines(`
      <Hi, are you available at {time} {day}?
      >Yes, {rate} per hour, I send the address by message
      <Saw your advert, how much for an hour? Is {rate} ok?
      >{half} half hour, {rate} hour, Norwich, ring {uk}
      <Can I book {time} {day} please? I am near {address}
      >The advert is live, {url}
      <Your advert expires {date}, renew for {gbp} at {url}
      <I am {spot}, which door is it?
      >Not available until {time}, my friend {she} is free
    `),
    money: lines(`
      <Payment of {gbp} received {date}, thank you
      >I send you {gbp} {day}, bank transfer
      <Your card was charged {gbp} at {time} on {date}
      >Put {gbp} on the card for the tickets
      <Can you pay me back {gbp} {day}?
    `),
    debt: lines(`
      >She still owes {gbp} for the ticket and the room
      >You go when you paid, still {gbp}
      <I already gave you {gbp}, how much more?
    `),
    documents: lines(`
      >Her passport is with me, do not worry
      <I need my ID card back {day}, I have an appointment at {time}
      >I give the papers back when you pay {gbp}
    `),
    control: lines(`
      >Do not go out alone, {he} will take you after {time}
      >Why do you not answer? I rang {n} times
      <I want to go home, please
      >If police ask, you are here on holiday
      >I can see you on the camera, who was that at {time}?
      >Delete the messages, all of them, I check {day}
    `),
  },
};

/** Adverts as the suspect has them written, to be forwarded: nothing but who, where, how much and how to ring. */
export const ADVERTS = lines(`
  New in Norwich! {she}, {age}, friendly Hungarian lady. {rate} per hour, {half} half hour. Ring {uk}
  {she} back in Norwich until {date}. {rate} an hour, city centre, private parking. No withheld numbers. {uk}
  Two friends, {she} and {she2}, Norwich, {time} till late. From {rate}. {uk} {url}
  Hello gentlemen, I am {she}, {age}, here {n} weeks only. {rate} per hour. Text {uk} for the address
  {she}, new pictures! Norwich, near the station, every day from {time}. {rate} hour. {url}
`);
