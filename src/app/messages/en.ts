import type { Flag } from '../../core/grading/grade.ts';
import type { BoardWindow } from '../../core/leaderboard/window.ts';
import { formatRange } from '../format-number.ts';
import type { ActionPath, OptionName } from './names.ts';

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** Every sentence a person reads, in English. The other languages are typed by this one. */
export const en = {
  name: 'GradCoach',
  tagline: 'A coach for deep-learning interviews',

  actions: {
    help: 'What I can do, and how to ask for it',
    'quiz start': 'Start a quiz: open questions, answered in your own words',
    'quiz next': 'Go on to the next question',
    'quiz hint': 'Get a hint for the question',
    'quiz skip': 'Skip the question',
    'quiz stop': 'End the quiz and see how it went',
    answer: 'Answer the question that is open here',
    explain: 'See every point of your last question and the model answer',
    'follow-up': 'Take the follow-up question to your last answer',
    appeal: 'Say that your words did make a point that was missed',
    'appeals list': 'Show the appeals that wait for a decision',
    'appeals accept': 'Accept an appeal: its words count in this group from now on',
    'appeals reject': 'Reject an appeal, with a reason',
    'appeals undo': 'Undo a decision on an appeal',
    'appeals log': 'Show what was decided, and by whom',
    'appeals export': 'Export the accepted words for the question bank',
    'daily show': "Show today's question",
    'daily answer': "Answer today's question",
    'daily set': 'Set when the daily question comes',
    'daily pause': 'Pause the daily question',
    'daily resume': 'Resume the daily question',
    'daily preview': 'Show when the next five daily questions come',
    board: 'Show the leaderboard',
    'me show': 'Show your progress by topic and your streak',
    'me language': 'Set the language I use with you',
    'me board': 'Show yourself on the leaderboard or not',
    'demo run': 'Run a gradient experiment and see its chart',
    'demo settings': "Choose an experiment's settings from menus",
    'demo list': 'List the experiments',
    topics: 'List the topics and how many questions each has',
    'settings show': 'Show the settings',
    'settings language': "Set the group's language",
    'settings zone': "Set the group's time zone: whose midnight counts",
    about: 'About this coach',
  } satisfies Record<ActionPath, string> as Readonly<Record<ActionPath, string>>,

  options: {
    command: 'a command, for its options',
    topic: 'a topic, see /topics',
    level: '1 warm-up, 2 interview, 3 senior',
    count: 'how many questions',
    round: 'the question as I numbered it',
    text: 'your own words',
    id: 'which one',
    point: 'the point that was missed',
    time: 'local time, such as 09:00',
    zone: 'IANA time zone, such as Europe/Berlin',
    days: 'weekdays, such as mon-fri',
    place: 'where to post it',
    thread: 'open a thread under each post: on or off',
    mention: 'a role to call, or off',
    window: 'day, week, month, season or all',
    page: 'page of the board',
    experiment: 'an experiment, or what it should show (“ReLU”)',
    seed: 'seed of the random numbers; the same seed gives the same run',
    guess: 'your prediction',
    language: 'zh or en',
    show: 'on or off',
  } satisfies Record<OptionName, string> as Readonly<Record<OptionName, string>>,

  levels: { 1: 'warm-up', 2: 'interview', 3: 'senior' } as Readonly<Record<number, string>>,

  help: {
    heading: 'What I can do',
    intro: 'Answer in your own words, in Chinese, English or both. I show which of your words earned what.',
    usage: (line: string) => `Type it like this: ${line}`,
    optionsHeading: 'Options',
    option: (name: string, about: string, isNeeded: boolean) =>
      `${name}: ${about}${isNeeded ? ' (needed)' : ''}`,
    moderators: 'moderators only',
  },

  welcome: {
    heading: 'Hello, I am GradCoach.',
    text: 'I ask one good interview question a day, grade answers in your own words, and show what earned the points.',
    steps: (daily: string) => [`Set the daily question: ${daily}`, 'Try a question now: /quiz'],
  },

  start: {
    quiz: 'Start a quiz',
    daily: "Today's question",
    demo: 'Run a demo',
  },

  unknown: {
    command: (typed: string) => `I do not know /${typed}.`,
    didYouMean: 'Did you mean one of these?',
    seeHelp: 'See all commands',
    option: (typed: string, path: string) => `“${typed}” is not something /${path} takes.`,
    optionNear: (names: string) => `Did you mean ${names}?`,
    missing: (name: string, about: string) => `Please add ${name}: ${about}.`,
    integer: (name: string, low: number, high: number, given: string) =>
      `${name} must be a whole number from ${low} to ${high}; you gave “${given}”.`,
    choice: (name: string, choices: string, given: string) =>
      `${name} must be one of ${choices}; you gave “${given}”.`,
    topic: (given: string) => `There is no topic “${given}”.`,
    question: (given: string) => `There is no question “${given}”.`,
    zone: (given: string) =>
      `“${given}” is not an IANA time zone. Write one such as Asia/Shanghai, Europe/Berlin or America/New_York.`,
    time: (given: string) => `“${given}” is not a time. Write it as HH:MM, such as 09:00.`,
    weekdays: (given: string) =>
      `“${given}” names no weekdays. Write mon-fri, mon,wed,fri, weekends or daily.`,
    tooLong: (name: string, limit: number) => `${name} is longer than ${limit} characters.`,
  },

  refused: {
    moderatorsOnly: 'Only a moderator of this group can change that.',
    fault: (code: string) =>
      `Something went wrong on my side, and nothing was changed. Please try again; if it stays, tell the operator the code ${code}.`,
  },

  quiz: {
    title: (number: number, of: number) => (of > 1 ? `Question ${number} of ${of}` : 'Question'),
    about: (topic: string, level: string) => `${topic} · ${level}`,
    howToAnswer: 'Answer in your own words, as long as you like. No clock is running.',
    answerForm: 'Your answer',
    answerPlaceholder: 'Say what happens, why, and what one does about it …',
    answerButton: 'Answer',
    hint: 'Hint',
    hintNumber: (number: number, of: number) => `Hint ${number} of ${of}`,
    noMoreHints: 'That was the last hint. Try an answer: a half-right one shows you which half.',
    next: 'Next question',
    skip: 'Skip',
    stop: 'Stop',
    noneOpen: 'No question is open here.',
    alreadyOpen: 'A quiz is already running here.',
    movedOn: 'The quiz has gone on from that question.',
    noMatch: 'No question matches that. See /topics for what there is.',
    finished: (asked: number) => `That was ${count(asked, 'question')}.`,
    stopped: (asked: number) => `Quiz stopped after ${count(asked, 'question')}.`,
    nobodyAnswered: 'Nobody answered this time.',
    modelAnswerOf: 'Model answer to the last question',
    again: 'Another quiz',
    answeredBy: (names: string, others: number) =>
      others === 0 ? `Answered: ${names}` : `Answered: ${names} and ${others} more`,
    answeredByCount: (n: number) => `Answered by ${n}`,
    columns: { name: 'Name', answered: 'Answered', score: 'Average' },
    unknownRound: 'That question is no longer known here. Start a fresh one with /quiz.',
    needText: 'Write your answer after the command, or simply as a message.',
  },

  verdict: {
    solid: 'Solid.',
    partial: 'Partly there.',
    missed: 'Not there yet.',
    points: (points: number) => `+${points}`,
    unmatched:
      'I could not match this to the points I look for. That does not make it wrong: compare it with the model answer.',
    improved: 'Better than your last attempt.',
    practice: {
      'daily-again': "For practice: the first answer to the day's question is the one that counts.",
      'daily-over': 'For practice: that day is over.',
      explained: 'For practice: you have seen the model answer to this one.',
      'follow-up': '',
    },
    right: 'What you have',
    missing: 'What is missing',
    bonus: 'bonus',
    youSaid: (quotes: string) => `you said ${quotes}`,
    correction: 'Worth correcting',
    correctedBelow: 'put right below',
    flags: {
      blank: 'There was nothing to grade. A guess is welcome.',
      'question-echo': 'That repeats the question. What is your answer to it?',
      'keyword-list':
        'These are the right words, but an answer connects them: say how one leads to the other. Until then they count for less.',
      'many-topics': 'This covers many topics at once. The score is capped; answer just this question.',
      'other-question':
        'This answers another question of the bank. The score is capped; what about this one?',
      'self-contradiction': 'You say a thing and its opposite, so I gave no credit for it.',
      unmatched: '',
      cut: 'I read the first 4,000 characters.',
    } satisfies Record<Flag, string> as Readonly<Record<Flag, string>>,
    nextStep: 'Next step',
    followUp: 'Follow-up question',
    seeDemo: 'See it run',
    tryAgain: 'Try again',
    explain: 'Show the model answer',
    group: (name: string, verdict: string) => `${name}: ${verdict}`,
  },

  explain: {
    heading: 'What a full answer says',
    modelAnswer: 'Model answer',
    sources: 'Sources',
    nothingYet: 'You have not answered anything here yet.',
    answerFirst: "Answer the day's question first; then I show you everything about it.",
  },

  appeal: {
    iSaidThis: 'I said this',
    whichPoint: 'Which of these did your answer speak to?',
    nothingMissed: 'No point of your last answer there was missed.',
    whichWords:
      'Which words of your answer make the point? Quote them as you wrote them; a moderator will decide.',
    yourWords: 'Your words',
    quotePlaceholder: 'a few words, copied from your answer',
    filed: 'Thank you. A moderator will look at it. If it is accepted, your answer is graded anew.',
    waits: (name: string) => `${name} appeals against a grade. A moderator may decide.`,
    look: 'Look at appeals',
    refused: {
      'no-attempt': (_low: number, _high: number) => 'You have no answer to that question here.',
      'not-missed': (_low: number, _high: number) => 'That point was not missed.',
      'already-filed': (_low: number, _high: number) => 'You have appealed against this point already.',
      'not-in-answer': (_low: number, _high: number) =>
        'Those words are not in your answer. Quote them exactly as you wrote them.',
      'wrong-length': (low: number, high: number) => `Quote between ${low} and ${high} characters.`,
    },
    cardHeading: (name: string) => `Appeal of ${name}`,
    claim: (quoted: string, point: string) => `“${quoted}” is said to make this point: ${point}`,
    accept: 'Accept',
    reject: 'Reject, with a reason',
    reasonPlaceholder: 'Why these words do not make the point',
    undo: 'Undo',
    noneWaiting: 'No appeal is waiting.',
    moreWaiting: (n: number) => `${count(n, 'more appeal waits', 'more appeals wait')}.`,
    unknown: 'There is no such appeal in this group.',
    notPossible: {
      waiting: 'That appeal has not been decided yet.',
      accepted: 'That appeal was accepted already.',
      rejected: 'That appeal was rejected already.',
      undone: 'That decision was undone already.',
    },
    accepted: (name: string, regraded: number) =>
      `The appeal of ${name} is accepted. ${count(regraded, 'answer')} graded anew, and the board is corrected.`,
    rejected: (name: string, reason: string) => `The appeal of ${name} is not accepted: ${reason}`,
    undone: (name: string, regraded: number) =>
      `The accepted appeal of ${name} is undone. ${count(regraded, 'answer')} graded anew.`,
    backInLine: (name: string) => `The appeal of ${name} waits for a decision again.`,
    log: 'Decisions on appeals',
    nothingDecided: 'Nothing has been decided yet.',
    logLine: (
      date: string,
      actor: string,
      what: string,
      quoted: string,
      question: string,
      regraded: number,
    ) => `${date} · ${actor} · ${what} · “${quoted}” (${question}) · ${regraded} graded anew`,
    nothingAccepted: 'This group has accepted no words yet.',
    exported: 'The words this group has accepted, to paste into the question bank:',
  },

  followUp: {
    title: 'Follow-up',
    none: 'There is no follow-up for your last answer.',
  },

  daily: {
    title: (date: string) => `Question of the day · ${date}`,
    intro: 'The first answer counts. The model answer comes with the next question.',
    none: 'No daily question is open.',
    notSet: 'No daily question is scheduled here.',
    howToSet: (example: string) => `A moderator sets it up with: ${example}`,
    openUntilNext: 'Open until the next one comes.',
    saved: 'The daily question is set.',
    cannotPost: (missing: string) => `I cannot post there yet. Please allow me: ${missing}. Then try again.`,
    noPlaces: 'Only this conversation can take posts here.',
    nothingToChange: 'Say what to change: time, zone or days.',
    at: (time: string, zone: string, days: string) => `${days} at ${time} (${zone})`,
    everyDay: 'every day',
    weekdayNames: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as readonly string[],
    next: 'Next five',
    paused: 'The daily question is paused.',
    pausedBecause: (reason: string) => `The daily question is paused: ${reason}`,
    pausedByModerator: 'a moderator asked for it',
    pausedTold: (reason: string) =>
      `I could not post the daily question, so I have paused it: ${reason}. Once that is settled, a moderator can resume it.`,
    resumed: 'The daily question is on again.',
    reveal: (date: string) => `The question of ${date}, resolved`,
    statistics: (people: number, average: string) =>
      `${count(people, 'person', 'people')} answered, ${average} on average.`,
    nobody: 'Nobody answered it.',
    pointShare: (share: string, point: string) => `${share} — ${point}`,
    lateNote: 'A little late: I was away at the set time.',
  },

  board: {
    heading: (window: string) => `Leaderboard · ${window}`,
    windows: {
      day: 'today',
      week: 'this week',
      month: 'this month',
      season: 'this season',
      all: 'all time',
    } satisfies Record<BoardWindow, string> as Readonly<Record<BoardWindow, string>>,
    columns: { rank: '#', name: 'Name', points: 'Points', best: 'Best', attempts: 'Answers' },
    empty: 'No points yet in this window. The first answer takes the lead.',
    you: (rank: number, points: number) => `You: place ${rank}, ${count(points, 'point')}.`,
    youHidden: (points: number) => `You keep off the board; you would have ${count(points, 'point')}.`,
    youNothing: 'You have no points in this window yet.',
    more: 'More',
  },

  me: {
    heading: (name: string) => `Progress of ${name}`,
    streak: 'Streak',
    days: (n: number) => count(n, 'day'),
    answers: 'Answers',
    questions: 'Questions tried',
    ofAll: (n: number, all: number) => `${n} of ${all}`,
    week: 'Points this week',
    columns: { topic: 'Topic', tried: 'Tried', best: 'Best, on average' },
    nothing: 'Nothing here yet. Answer a question, and it will show.',
    practise: (topic: string) => `Practise ${topic}`,
  },

  demo: {
    heading: 'Experiments',
    intro: 'Each puts one claim to the test, computed when you ask for it.',
    notFound: (search: string) => `No experiment shows “${search}”.`,
    predictFirst: 'Predict first',
    justRun: 'Just run it',
    run: 'Run it',
    change: 'Change settings',
    waiting: (ahead: number) => `In line: ${count(ahead, 'run')} ahead of yours.`,
    running: 'Computing …',
    youSaid: (guess: string, right: string, isRight: boolean) =>
      isRight ? `You predicted: ${guess}. So it was.` : `You predicted: ${guess}. It was: ${right}.`,
    notice: 'What to notice',
    tryNext: 'Try next',
    measured: 'Measured',
    expected: (low: number, high: number) =>
      `expected ${formatRange(low, high, { atMost: 'at most', atLeast: 'at least', to: 'to' })}`,
    beside: (measured: string, expected: string, holds: boolean) =>
      `${measured} (${expected}: ${holds ? 'as expected' : 'outside the expected range'})`,
    setTo: (setting: string, value: string) => `${setting}: ${value}`,
    footer: (seed: number, backend: string, time: string, isCached: boolean) =>
      `seed ${seed} · ${backend} · ${isCached ? 'kept from an earlier run' : time}`,
    refused: {
      'queue-full': 'Too many experiments are waiting. Please try again in a minute.',
      'person-limit': 'Your earlier experiment is still running. One at a time, please.',
      'group-limit': 'This group has several experiments running. Please wait for one to finish.',
    },
    timedOut: (seconds: string) =>
      `That took longer than ${seconds} s, so I stopped it. Try a smaller setting.`,
    failed: (code: string) =>
      `The experiment failed (${code}). I have restarted its worker; please try again.`,
    interrupted: 'I was restarted while your experiment was running. Nothing else was lost.',
    stopped: 'The experiment was stopped because I am shutting down. Please run it again later.',
  },

  topics: {
    heading: 'Topics',
    columns: { topic: 'Topic', id: 'Write', questions: 'Questions', levels: 'Levels' },
    quizOn: (topic: string) => topic,
  },

  settings: {
    heading: 'Settings',
    groupLanguage: "Group's language",
    yourLanguage: 'Your language',
    zone: 'Time zone',
    daily: 'Daily question',
    onBoard: 'You on the leaderboard',
    yes: 'yes',
    no: 'no',
    followsPerson: 'not chosen; follows whoever speaks',
    followsGroup: 'follows the group',
    languages: { zh: '中文', en: 'English' } as Readonly<Record<string, string>>,
    languageSet: 'I speak English here from now on.',
    mineSet: 'I speak English with you from now on.',
    zoneSet: (zone: string) => `Days and weeks follow ${zone} from now on.`,
    boardOn: 'You are on the leaderboard.',
    boardOff: 'You are off the leaderboard. Your own progress stays with /me.',
  },

  about: {
    text: 'I ask open interview questions on deep learning, grade answers point by point and show the words that earned each point. The grader is deterministic: no model, no network, the same answer always scores the same. Experiments run on the spot.',
    facts: { questions: 'Questions', experiments: 'Experiments', version: 'Version', licence: 'Licence' },
    licence: 'MIT (code), CC BY 4.0 (questions)',
    limits: 'A score says how much of the rubric your words matched. It is coaching, not a verdict on you.',
  },
};

/** The words of a language. */
export type Messages = typeof en;
