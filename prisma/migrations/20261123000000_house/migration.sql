-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Body" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "parentId" UUID,
    "level" TEXT NOT NULL,
    "region" TEXT,
    "nameKk" TEXT NOT NULL,
    "nameRu" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "workdayEnd" CHAR(5) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "bin" CHAR(12) NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "region" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT,
    "locale" CHAR(2) NOT NULL,
    "passwordHash" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "post" TEXT,
    "bodyId" UUID,
    "organisationId" UUID,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "agent" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pass" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "personId" UUID,
    "role" TEXT,
    "post" TEXT,
    "bodyId" UUID,
    "organisationId" UUID,
    "invitedBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Pass_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "seq" BIGSERIAL NOT NULL,
    "stream" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" CHAR(10) NOT NULL,
    "actor" JSONB NOT NULL,
    "payload" JSONB NOT NULL,
    "opens" JSONB NOT NULL,
    "moves" JSONB NOT NULL,
    "closes" JSONB NOT NULL,
    "prevHash" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Obligation" (
    "id" UUID NOT NULL,
    "stream" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "debtorKind" TEXT NOT NULL,
    "debtorId" UUID NOT NULL,
    "creditorKind" TEXT,
    "creditorId" UUID,
    "officialId" UUID,
    "edition" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "fromDay" CHAR(10) NOT NULL,
    "dueDay" CHAR(10) NOT NULL,
    "lawfulDue" CHAR(10) NOT NULL,
    "provisional" BOOLEAN NOT NULL,
    "reckoning" JSONB NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "openedBy" INTEGER NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedDay" CHAR(10),
    "closedHow" TEXT,
    "closedBy" INTEGER,
    "lapsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" UUID NOT NULL,
    "obligationId" UUID NOT NULL,
    "point" TEXT NOT NULL,
    "plannedBy" INTEGER NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "letter" TEXT NOT NULL,
    "personId" UUID,
    "email" TEXT NOT NULL,
    "locale" CHAR(2) NOT NULL,
    "data" JSONB NOT NULL,
    "stream" TEXT,
    "subject" TEXT,
    "html" TEXT,
    "text" TEXT,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "bodyId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "organisationId" UUID,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" CHAR(2) NOT NULL,
    "visibility" TEXT NOT NULL,
    "nameHidden" BOOLEAN NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedDay" CHAR(10) NOT NULL,
    "registeredDay" CHAR(10) NOT NULL,
    "acceptedBy" JSONB,
    "dueDay" CHAR(10) NOT NULL,
    "lawfulDue" CHAR(10) NOT NULL,
    "provisional" BOOLEAN NOT NULL,
    "extended" BOOLEAN NOT NULL,
    "proposed" JSONB,
    "officialId" UUID,
    "phase" TEXT NOT NULL,
    "outcome" TEXT,
    "endedDay" CHAR(10),
    "endedAt" TIMESTAMPTZ(3),
    "verdict" TEXT,
    "originId" UUID,

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "File" (
    "id" UUID NOT NULL,
    "appealId" UUID,
    "stream" TEXT NOT NULL,
    "version" INTEGER,
    "ownerId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "File_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GuideHash" (
    "path" TEXT NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GuideHash_pkey" PRIMARY KEY ("path")
);

-- CreateTable
CREATE TABLE "JobRun" (
    "job" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "count" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,

    CONSTRAINT "JobRun_pkey" PRIMARY KEY ("job")
);

-- CreateIndex
CREATE UNIQUE INDEX "Body_slug_key" ON "Body"("slug");

-- CreateIndex
CREATE INDEX "Body_parentId_idx" ON "Body"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_bin_key" ON "Organisation"("bin");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Membership_personId_idx" ON "Membership"("personId");

-- CreateIndex
CREATE INDEX "Membership_bodyId_role_idx" ON "Membership"("bodyId", "role");

-- CreateIndex
CREATE INDEX "Membership_organisationId_idx" ON "Membership"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Pass_tokenHash_key" ON "Pass"("tokenHash");

-- CreateIndex
CREATE INDEX "Pass_email_idx" ON "Pass"("email");

-- CreateIndex
CREATE INDEX "Pass_bodyId_idx" ON "Pass"("bodyId");

-- CreateIndex
CREATE INDEX "Event_at_idx" ON "Event"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Event_stream_version_key" ON "Event"("stream", "version");

-- CreateIndex
CREATE INDEX "Obligation_lapsedAt_closedDay_dueDay_idx" ON "Obligation"("lapsedAt", "closedDay", "dueDay");

-- CreateIndex
CREATE INDEX "Obligation_debtorKind_debtorId_closedDay_dueDay_idx" ON "Obligation"("debtorKind", "debtorId", "closedDay", "dueDay");

-- CreateIndex
CREATE INDEX "Obligation_officialId_closedDay_dueDay_idx" ON "Obligation"("officialId", "closedDay", "dueDay");

-- CreateIndex
CREATE INDEX "Obligation_creditorKind_creditorId_closedDay_dueDay_idx" ON "Obligation"("creditorKind", "creditorId", "closedDay", "dueDay");

-- CreateIndex
CREATE UNIQUE INDEX "Obligation_stream_key_key" ON "Obligation"("stream", "key");

-- CreateIndex
CREATE INDEX "Reminder_state_dueAt_idx" ON "Reminder"("state", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Reminder_obligationId_point_plannedBy_dueAt_key" ON "Reminder"("obligationId", "point", "plannedBy", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_key_key" ON "Letter"("key");

-- CreateIndex
CREATE INDEX "Letter_state_nextAt_idx" ON "Letter"("state", "nextAt");

-- CreateIndex
CREATE INDEX "Letter_personId_createdAt_idx" ON "Letter"("personId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Letter_stream_idx" ON "Letter"("stream");

-- CreateIndex
CREATE INDEX "Letter_createdAt_id_idx" ON "Letter"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_number_key" ON "Appeal"("number");

-- CreateIndex
CREATE INDEX "Appeal_receivedAt_id_idx" ON "Appeal"("receivedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Appeal_bodyId_receivedAt_id_idx" ON "Appeal"("bodyId", "receivedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Appeal_personId_receivedAt_idx" ON "Appeal"("personId", "receivedAt" DESC);

-- CreateIndex
CREATE INDEX "Appeal_organisationId_receivedAt_idx" ON "Appeal"("organisationId", "receivedAt" DESC);

-- CreateIndex
CREATE INDEX "Appeal_phase_dueDay_idx" ON "Appeal"("phase", "dueDay");

-- CreateIndex
CREATE INDEX "Appeal_originId_idx" ON "Appeal"("originId");

-- CreateIndex
CREATE INDEX "File_appealId_idx" ON "File"("appealId");

-- CreateIndex
CREATE INDEX "File_stream_idx" ON "File"("stream");

-- AddForeignKey
ALTER TABLE "Body" ADD CONSTRAINT "Body_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- The public number of a case: gaps are allowed, repeats are not.
CREATE SEQUENCE appeal_number;

-- Search over number, subject and text; 'simple' keeps all three languages whole, queries match by word beginnings.
CREATE INDEX "Appeal_search" ON "Appeal" USING gin (to_tsvector('simple', "number" || ' ' || "subject" || ' ' || "text"));

-- The ledger is append-only: the database itself refuses to change or remove what happened.
CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only';
END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only();
