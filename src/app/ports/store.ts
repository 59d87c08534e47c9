import type { Grade } from '../../core/grading/grade.ts';
import type { Tally } from '../../core/leaderboard/standing.ts';
import type { Interval } from '../../core/leaderboard/window.ts';
import type { Language } from '../../core/question/language.ts';
import type { Attempt, ScoreEvent } from '../../core/quiz/attempt.ts';
import type { QuizSession } from '../../core/quiz/quiz-session.ts';
import type { Round } from '../../core/quiz/round.ts';
import type { Appeal, AppealState } from '../../core/review/appeal.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';
import type { Reply } from '../reply.ts';
import type { Chart, ExperimentRun } from './laboratory.ts';

/** Everything the coach remembers. Asynchronous, because PostgreSQL is (docs/decisions/0003). */
export interface Store {
  /** Runs `work` with all of its writes or none; a throw rolls back and is thrown on. One writer at a time. */
  transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  /** Copies the whole store to a file while it stays in use. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

/** The facets of the store inside one transaction. `find…` may be undefined; ids are opaque text. */
export interface StoreTransaction {
  readonly deliveries: Deliveries;
  readonly groups: Groups;
  readonly members: Members;
  readonly sessions: Sessions;
  readonly rounds: Rounds;
  readonly attempts: Attempts;
  readonly explanations: Explanations;
  readonly scores: Scores;
  readonly dailies: Dailies;
  readonly outbox: Outbox;
  readonly charts: Charts;
  readonly history: History;
  readonly links: Links;
  readonly appeals: Appeals;
  readonly audit: Audit;
}

/** Which platform deliveries were handled, and with what reply. */
export interface Deliveries {
  /** True for the first claim of an id, false for every later one. */
  claim(id: string, atMs: number): Promise<boolean>;
  /** Remembers the replies, so that a repeated delivery gets the same ones. */
  settle(id: string, replies: readonly Reply[]): Promise<void>;
  findReplies(id: string): Promise<readonly Reply[] | undefined>;
  /** Forgets deliveries claimed before an instant; platforms repeat within hours, not weeks. */
  prune(beforeMs: number): Promise<void>;
}

/** A study group: people who share a board, settings and a daily question. */
export interface Group {
  readonly id: string;
  /** Language of what everyone reads; absent until someone chooses. */
  readonly language?: Language;
  /** IANA zone whose midnight counts. */
  readonly zone: string;
  /** When the coach was removed; absent while it is there. {@link Groups.markLeft} changes it, {@link Groups.save} does not. */
  readonly leftMs?: number;
}

export interface Groups {
  find(id: string): Promise<Group | undefined>;
  save(group: Group): Promise<void>;
  /** Notes that the coach was removed from a group at an instant, or, with undefined, that it is back. */
  markLeft(id: string, leftMs: number | undefined): Promise<void>;
  /** Ids of a platform's groups (those with its prefix) that the coach has not left. */
  present(platform: string): Promise<readonly string[]>;
  /**
   * Gives a group and everything in it another id, because its platform did. Conversations keep what follows the
   * group's id in theirs (`telegram:-1/7` becomes `telegram:-100/7`).
   */
  move(id: string, newId: string): Promise<void>;
  /** Deletes groups that the coach left before an instant, with everything that belongs to them; returns their ids. */
  purge(leftBeforeMs: number): Promise<readonly string[]>;
}

/** A person in a group, as last seen. */
export interface Member {
  readonly groupId: string;
  readonly personId: string;
  readonly name: string;
  /** Keeps off the board. */
  readonly isHidden: boolean;
  /** The person's own choice, everywhere. */
  readonly language?: Language;
}

export interface Members {
  /** Notes the person's present name; creates the member on first sight. */
  meet(member: Pick<Member, 'groupId' | 'personId' | 'name'>, atMs: number): Promise<Member>;
  setHidden(groupId: string, personId: string, isHidden: boolean): Promise<void>;
  setLanguage(personId: string, language: Language | undefined): Promise<void>;
}

export interface Sessions {
  find(conversationId: string): Promise<QuizSession | undefined>;
  save(conversationId: string, session: QuizSession, atMs: number): Promise<void>;
}

export interface Rounds {
  open(round: Round): Promise<void>;
  close(id: string, atMs: number): Promise<void>;
  find(id: string): Promise<Round | undefined>;
  /** The open daily round of a group, the latest if several. */
  findOpenDaily(groupId: string): Promise<Round | undefined>;
  findDaily(groupId: string, date: string): Promise<Round | undefined>;
  /** The latest daily round before a local date, open or closed. */
  findDailyBefore(groupId: string, date: string): Promise<Round | undefined>;
  /** The follow-up a person was offered here and has not answered. */
  findOpenFollowUp(conversationId: string, personId: string): Promise<Round | undefined>;
  /** How often each question was opened to a conversation by quizzes (or to a group by dailies). */
  timesAsked(
    scope: { conversationId: string } | { groupId: string; kind: 'daily' },
  ): Promise<ReadonlyMap<string, number>>;
}

/** Who has read the model answer of a round; what they answer there afterwards is practice. */
export interface Explanations {
  mark(roundId: string, personId: string, atMs: number): Promise<void>;
  has(roundId: string, personId: string): Promise<boolean>;
}

/** A person's best work on one question. */
export interface QuestionProgress {
  readonly questionId: string;
  readonly attempts: number;
  /** 0..1 */
  readonly best: number;
}

/** One person's work over some rounds. */
export interface RoundsResult {
  readonly personId: string;
  readonly name: string;
  readonly isHidden: boolean;
  /** Rounds answered. */
  readonly answered: number;
  /** Mean over the rounds answered of the best score, 0..1. */
  readonly average: number;
}

export interface Attempts {
  /** `isFollowUp` keeps probes out of the progress. */
  append(attempt: Attempt, isFollowUp: boolean): Promise<void>;
  /** Ordinal and score of the person's latest attempt in a round, without its answer and its evidence. */
  findLatestScore(
    roundId: string,
    personId: string,
  ): Promise<{ readonly ordinal: number; readonly score: number } | undefined>;
  /** The person's latest attempt in a round, or anywhere in a group. */
  findLatest(
    scope: { roundId: string } | { groupId: string },
    personId: string,
  ): Promise<Attempt | undefined>;
  find(id: string): Promise<Attempt | undefined>;
  /** Every attempt of a group at a question, earliest first, follow-ups included. */
  ofQuestion(groupId: string, questionId: string): Promise<readonly Attempt[]>;
  regrade(id: string, grade: Grade): Promise<void>;
  /** Everyone's first attempt in a round, earliest first. */
  firstOfRound(roundId: string): Promise<readonly Attempt[]>;
  /** What everyone achieved over some rounds: their best score in each, averaged; best first. */
  results(rounds: readonly string[]): Promise<readonly RoundsResult[]>;
  /** The person's progress by question, follow-ups aside. */
  progress(groupId: string, personId: string): Promise<readonly QuestionProgress[]>;
  /** Starts of the quarter hours in which the person answered anything, from an instant on; every zone's midnight is one. */
  activeQuarterHours(groupId: string, personId: string, sinceMs: number): Promise<readonly number[]>;
}

export interface Scores {
  add(event: ScoreEvent): Promise<void>;
  findByAttempt(attemptId: string): Promise<ScoreEvent | undefined>;
  /** Puts the points and the score of an attempt right after it was graded anew. */
  correct(attemptId: string, points: number, score: number): Promise<void>;
  /** Per person: best points per quiz question plus the daily points, within the interval. */
  tallies(groupId: string, interval: Interval): Promise<readonly Tally[]>;
}

/** How a post is made, where the platform can. */
export interface PostManner {
  /** Opens a thread under the post for talk about it. */
  readonly inThread: boolean;
  /** Whom to call, in the platform's own terms (a role id). */
  readonly mention?: string;
}

/** A group's daily question. */
export interface Daily {
  readonly groupId: string;
  /** Where it is posted. */
  readonly conversationId: string;
  readonly manner: PostManner;
  readonly schedule: Schedule;
  readonly state: { readonly kind: 'running' } | { readonly kind: 'paused'; readonly reason: string };
  /** When the next slot is due; a tick looks for instants gone by. */
  readonly nextDueMs: number;
}

export interface Dailies {
  find(groupId: string): Promise<Daily | undefined>;
  save(daily: Daily): Promise<void>;
  /** Running dailies of groups we have not left whose next slot is due, earliest first. */
  due(nowMs: number): Promise<readonly Daily[]>;
  /** True for the first claim of a group's slot, false for every later one. */
  claimSlot(groupId: string, date: string, atMs: number): Promise<boolean>;
}

/** A post waiting for its platform. */
export interface OutboxPost {
  /** Names the post for ever. */
  readonly key: string;
  readonly groupId: string;
  readonly conversationId: string;
  readonly replies: readonly Reply[];
  readonly manner: PostManner;
  /** `sending` survives only a crash: whether it arrived is unknown. */
  readonly state: 'waiting' | 'sending' | 'sent' | 'refused';
  readonly dueMs: number;
}

export interface Outbox {
  /** A key already present is left as it is. */
  enqueue(post: Omit<OutboxPost, 'state'>): Promise<void>;
  /** Posts of a platform (the prefix of their conversation ids) that wait and are due, oldest first. */
  due(platform: string, nowMs: number): Promise<readonly OutboxPost[]>;
  /** Posts of a platform that a crash left in `sending`. */
  interrupted(platform: string): Promise<readonly OutboxPost[]>;
  mark(key: string, state: OutboxPost['state'], dueMs?: number): Promise<void>;
  /** Forgets a post that is still waiting; one that was sent stays sent. */
  cancel(key: string): Promise<void>;
}

/** Drawn charts, so that equal runs are answered at once and a page can show them again. */
export interface Charts {
  find(key: string): Promise<ExperimentRun | undefined>;
  save(key: string, run: ExperimentRun, atMs: number): Promise<void>;
  /** Only the picture and its words. */
  findChart(key: string): Promise<Chart | undefined>;
  /** Keeps the newest `keep` charts. */
  prune(keep: number): Promise<void>;
}

/** What a conversation's members have seen, for platforms that do not keep it themselves. */
export interface History {
  /** Appends unless the delivery already left entries of this kind; returns them with their sequence numbers. */
  append(entries: readonly NewHistoryEntry[]): Promise<readonly HistoryEntry[]>;
  /** Replaces the newest entry that shows a round, and returns it. */
  replaceRound(conversationId: string, roundId: string, reply: Reply): Promise<HistoryEntry | undefined>;
  /** Replaces an entry's reply, such as a demo's progress by its chart. */
  replace(sequence: number, reply: Reply): Promise<HistoryEntry | undefined>;
  /** The latest entries a person may see, oldest first, before a sequence number if given. */
  list(
    conversationId: string,
    personId: string,
    limit: number,
    beforeSequence?: number,
  ): Promise<readonly HistoryEntry[]>;
}

/** Something said in a conversation. */
export interface NewHistoryEntry {
  readonly conversationId: string;
  readonly deliveryId: string;
  readonly atMs: number;
  /** Only this person may see it; absent: everyone. */
  readonly audienceId?: string;
  readonly said:
    | { readonly kind: 'person'; readonly personId: string; readonly name: string; readonly text: string }
    | { readonly kind: 'coach'; readonly reply: Reply };
}

/** A history entry with its place in the store's order. */
export interface HistoryEntry extends NewHistoryEntry {
  readonly sequence: number;
}

export interface Appeals {
  file(appeal: Appeal): Promise<void>;
  find(id: string): Promise<Appeal | undefined>;
  /** Those a group's moderators have yet to decide, oldest first. */
  waiting(groupId: string): Promise<readonly Appeal[]>;
  /** Accepted ones of a group, at one question or at all, oldest first. */
  accepted(groupId: string, questionId?: string): Promise<readonly Appeal[]>;
  /** Whether the person already appealed against this point of this attempt. */
  has(attemptId: string, pointId: string): Promise<boolean>;
  setState(id: string, state: AppealState): Promise<void>;
}

/** Something a moderator did to grades. */
export interface AuditLine {
  readonly id: string;
  readonly groupId: string;
  readonly actorName: string;
  readonly what: 'accepted' | 'rejected' | 'undone';
  readonly appealId: string;
  /** Attempts whose score changed. */
  readonly regraded: number;
  readonly atMs: number;
}

export interface Audit {
  append(line: AuditLine): Promise<void>;
  /** The latest lines of a group, newest first. */
  list(groupId: string, limit: number): Promise<readonly AuditLine[]>;
}

/** What platforms need to find again: a message's round, what a button stands for, what someone has begun to write. */
export interface Links {
  /** A link already there is replaced. */
  save(
    link: { readonly kind: LinkKind; readonly key: string; readonly value: string },
    atMs: number,
  ): Promise<void>;
  find(kind: LinkKind, key: string): Promise<string | undefined>;
  /** Forgets links of a kind saved before an instant. */
  prune(kind: LinkKind, beforeMs: number): Promise<void>;
}

/** A message and its round, a short name and the longer thing it stands for, a form and the words last written into it. */
export type LinkKind = 'message' | 'token' | 'draft';
