-- A mark without a body: figures of the period were appended since its bodies were placed beside each other.
ALTER TABLE "ScoreStale" ALTER COLUMN "bodyId" DROP NOT NULL;
INSERT INTO "ScoreStale" ("period") SELECT DISTINCT "period" FROM "ScoreSnapshot";

-- All that figures are counted from stands in the index that finds it: a body's quarter, and a body's duties, are read without their tables.
DROP INDEX "Appeal_bodyId_registeredDay_idx";
CREATE INDEX "Appeal_counted" ON "Appeal"("bodyId", "registeredDay", "id", "kind", "edition", "lawfulDue", "dueDay", "extended", "phase", "endedDay", "endedAt", "verdict");
DROP INDEX "Obligation_debtorKind_debtorId_closedDay_dueDay_idx";
CREATE INDEX "Obligation_owed" ON "Obligation"("debtorKind", "debtorId", "closedDay", "dueDay", "stream", "rule", "closedHow");

-- Duties that figures count by the day on which they were opened; few among those of cases.
CREATE INDEX "Obligation_of_rounds" ON "Obligation"("debtorId", "openedAt") WHERE rule IN ('council_reply', 'commitment');
