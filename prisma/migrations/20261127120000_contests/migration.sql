-- AlterTable
ALTER TABLE "ScoreSnapshot" ADD COLUMN     "contests" JSONB;

-- CreateTable
CREATE TABLE "Contest" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "bodyId" UUID NOT NULL,
    "councilId" UUID NOT NULL,
    "appealId" UUID NOT NULL,
    "registeredDay" CHAR(10) NOT NULL,
    "status" TEXT NOT NULL,
    "madeDay" CHAR(10) NOT NULL,
    "closedDay" CHAR(10),
    "version" INTEGER,
    "effect" JSONB,
    "facts" JSONB NOT NULL,

    CONSTRAINT "Contest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScoreRestatement" (
    "id" UUID NOT NULL,
    "bodyId" UUID NOT NULL,
    "period" CHAR(7) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "beforeId" UUID NOT NULL,
    "snapshotId" UUID NOT NULL,
    "causes" TEXT[],
    "changes" JSONB NOT NULL,
    "trace" JSONB NOT NULL,

    CONSTRAINT "ScoreRestatement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Contest_number_key" ON "Contest"("number");

-- CreateIndex
CREATE INDEX "Contest_bodyId_registeredDay_idx" ON "Contest"("bodyId", "registeredDay");

-- CreateIndex
CREATE INDEX "Contest_appealId_idx" ON "Contest"("appealId");

-- CreateIndex
CREATE INDEX "Contest_councilId_status_idx" ON "Contest"("councilId", "status");

-- CreateIndex
CREATE INDEX "Contest_madeDay_id_idx" ON "Contest"("madeDay" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ScoreRestatement_snapshotId_key" ON "ScoreRestatement"("snapshotId");

-- CreateIndex
CREATE INDEX "ScoreRestatement_at_id_idx" ON "ScoreRestatement"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ScoreRestatement_bodyId_period_at_idx" ON "ScoreRestatement"("bodyId", "period", "at" DESC);

-- A case is contested once: who comes second, also at the same moment, is told so.
CREATE UNIQUE INDEX "Contest_once" ON "Contest"("appealId") WHERE status <> 'withdrawn';

CREATE SEQUENCE contest_number;

-- A restatement stays as it was published, like the snapshots that it compares.
CREATE TRIGGER restatement_stays BEFORE UPDATE OR DELETE ON "ScoreRestatement" FOR EACH ROW EXECUTE FUNCTION snapshot_stays();
