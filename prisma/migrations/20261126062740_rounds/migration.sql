-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "councilId" UUID;

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "fields" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Pass" ADD COLUMN     "councilId" UUID;

-- CreateTable
CREATE TABLE "Council" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "bodyId" UUID NOT NULL,
    "nameKk" TEXT NOT NULL,
    "nameRu" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Council_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Round" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "bodyId" UUID NOT NULL,
    "councilId" UUID,
    "personId" UUID NOT NULL,
    "titleKk" TEXT NOT NULL,
    "titleRu" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "regions" TEXT[],
    "opensDay" CHAR(10) NOT NULL,
    "closesDay" CHAR(10) NOT NULL,
    "phase" TEXT NOT NULL,
    "openedDay" CHAR(10),
    "completedDay" CHAR(10),
    "completedAt" TIMESTAMPTZ(3),
    "facts" JSONB NOT NULL,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "roundId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "bodyId" UUID NOT NULL,
    "participant" TEXT NOT NULL,
    "personId" UUID,
    "organisationId" UUID,
    "councilId" UUID,
    "givenName" TEXT,
    "nameHidden" BOOLEAN NOT NULL,
    "origin" TEXT NOT NULL,
    "enteredBy" JSONB,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedDay" CHAR(10) NOT NULL,
    "documentId" UUID,
    "version" INTEGER,
    "anchor" TEXT,
    "text" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "language" CHAR(2) NOT NULL,
    "joinsId" UUID,
    "phase" TEXT NOT NULL,
    "pointId" UUID,
    "hidden" JSONB,
    "code" TEXT,
    "disposition" JSONB,
    "drafter" JSONB,
    "approver" JSONB,
    "dueDay" CHAR(10) NOT NULL,
    "endedDay" CHAR(10),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "language" CHAR(2) NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "markdown" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Clause" (
    "documentId" UUID NOT NULL,
    "anchor" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "number" TEXT,
    "heading" TEXT,
    "text" TEXT NOT NULL,
    "plain" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "fate" TEXT,

    CONSTRAINT "Clause_pkey" PRIMARY KEY ("documentId","anchor")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "roundId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("roundId","organisationId")
);

-- CreateTable
CREATE TABLE "Follow" (
    "personId" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Follow_pkey" PRIMARY KEY ("personId","what","value")
);

-- CreateIndex
CREATE UNIQUE INDEX "Council_slug_key" ON "Council"("slug");

-- CreateIndex
CREATE INDEX "Council_bodyId_idx" ON "Council"("bodyId");

-- CreateIndex
CREATE UNIQUE INDEX "Round_number_key" ON "Round"("number");

-- CreateIndex
CREATE INDEX "Round_phase_closesDay_id_idx" ON "Round"("phase", "closesDay", "id");

-- CreateIndex
CREATE INDEX "Round_openedDay_id_idx" ON "Round"("openedDay" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Round_bodyId_openedDay_idx" ON "Round"("bodyId", "openedDay" DESC);

-- CreateIndex
CREATE INDEX "Round_councilId_idx" ON "Round"("councilId");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_number_key" ON "Comment"("number");

-- CreateIndex
CREATE INDEX "Comment_roundId_receivedAt_id_idx" ON "Comment"("roundId", "receivedAt", "id");

-- CreateIndex
CREATE INDEX "Comment_roundId_phase_pointId_idx" ON "Comment"("roundId", "phase", "pointId");

-- CreateIndex
CREATE INDEX "Comment_roundId_anchor_idx" ON "Comment"("roundId", "anchor");

-- CreateIndex
CREATE INDEX "Comment_joinsId_idx" ON "Comment"("joinsId");

-- CreateIndex
CREATE INDEX "Comment_personId_receivedAt_idx" ON "Comment"("personId", "receivedAt" DESC);

-- CreateIndex
CREATE INDEX "Comment_organisationId_receivedAt_idx" ON "Comment"("organisationId", "receivedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Document_roundId_role_language_version_key" ON "Document"("roundId", "role", "language", "version");

-- CreateIndex
CREATE INDEX "Clause_documentId_position_idx" ON "Clause"("documentId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_token_key" ON "Invitation"("token");

-- CreateIndex
CREATE INDEX "Invitation_organisationId_idx" ON "Invitation"("organisationId");

-- CreateIndex
CREATE INDEX "Follow_what_value_idx" ON "Follow"("what", "value");

-- CreateIndex
CREATE INDEX "Membership_councilId_idx" ON "Membership"("councilId");

-- AddForeignKey
ALTER TABLE "Council" ADD CONSTRAINT "Council_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clause" ADD CONSTRAINT "Clause_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Running numbers of rounds and of comments.
CREATE SEQUENCE round_number;
CREATE SEQUENCE comment_number;

-- Texts of rounds never change once given.
CREATE FUNCTION document_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of a document never changes';
END $$;
CREATE TRIGGER document_stays BEFORE UPDATE OR DELETE ON "Document" FOR EACH ROW EXECUTE FUNCTION document_stays();

-- The last word on "no round is completed with one comment unanswered", whatever runs at the same moment: a comment holds the round
-- until it is stored, and completing waits for those that hold it and then counts.
CREATE FUNCTION comment_needs_living_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Writing a comment again (moderated, answered) is an update in this trigger's clothes.
  IF EXISTS (SELECT 1 FROM "Comment" WHERE id = NEW.id) THEN
    RETURN NEW;
  END IF;
  PERFORM 1 FROM "Round" WHERE id = NEW."roundId" AND phase <> 'completed' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the round is completed' USING ERRCODE = 'KN001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER comment_needs_living_round BEFORE INSERT ON "Comment" FOR EACH ROW EXECUTE FUNCTION comment_needs_living_round();

CREATE FUNCTION round_completes_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.phase = 'completed' AND OLD.phase <> 'completed'
     AND EXISTS (SELECT 1 FROM "Comment" WHERE "roundId" = NEW.id AND phase = 'open') THEN
    RAISE EXCEPTION 'a comment of the round is unanswered' USING ERRCODE = 'KN002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER round_completes_whole BEFORE UPDATE ON "Round" FOR EACH ROW EXECUTE FUNCTION round_completes_whole();
