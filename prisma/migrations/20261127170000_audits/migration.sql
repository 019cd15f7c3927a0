-- CreateTable
CREATE TABLE "AuditSample" (
    "period" CHAR(7) NOT NULL,
    "edition" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "seed" BIGINT NOT NULL,
    "drawnAt" TIMESTAMPTZ(3) NOT NULL,
    "flagged" INTEGER NOT NULL,
    "others" INTEGER NOT NULL,

    CONSTRAINT "AuditSample_pkey" PRIMARY KEY ("period")
);

-- CreateTable
CREATE TABLE "AuditItem" (
    "period" CHAR(7) NOT NULL,
    "position" INTEGER NOT NULL,
    "appealId" UUID NOT NULL,
    "flagged" BOOLEAN NOT NULL,
    "signals" JSONB NOT NULL,

    CONSTRAINT "AuditItem_pkey" PRIMARY KEY ("period","position")
);

-- CreateTable
CREATE TABLE "Auditor" (
    "period" CHAR(7) NOT NULL,
    "slot" INTEGER NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "Auditor_pkey" PRIMARY KEY ("period","slot")
);

-- CreateTable
CREATE TABLE "AuditCode" (
    "period" CHAR(7) NOT NULL,
    "position" INTEGER NOT NULL,
    "slot" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "codedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuditCode_pkey" PRIMARY KEY ("period","position","slot")
);

-- CreateIndex
CREATE UNIQUE INDEX "Auditor_period_personId_key" ON "Auditor"("period", "personId");

-- AddForeignKey
ALTER TABLE "AuditItem" ADD CONSTRAINT "AuditItem_period_fkey" FOREIGN KEY ("period") REFERENCES "AuditSample"("period") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Auditor" ADD CONSTRAINT "Auditor_period_fkey" FOREIGN KEY ("period") REFERENCES "AuditSample"("period") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditCode" ADD CONSTRAINT "AuditCode_period_position_fkey" FOREIGN KEY ("period", "position") REFERENCES "AuditItem"("period", "position") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditCode" ADD CONSTRAINT "AuditCode_period_slot_fkey" FOREIGN KEY ("period", "slot") REFERENCES "Auditor"("period", "slot") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who judges is two people, and what was drawn stays.
ALTER TABLE "Auditor" ADD CONSTRAINT "Auditor_two" CHECK ("slot" IN (1, 2));
CREATE FUNCTION audit_sample_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'samples of an audit are append-only';
END $$;
CREATE TRIGGER audit_sample_stays BEFORE UPDATE OR DELETE ON "AuditSample" FOR EACH ROW EXECUTE FUNCTION audit_sample_stays();
CREATE TRIGGER audit_item_stays BEFORE UPDATE OR DELETE ON "AuditItem" FOR EACH ROW EXECUTE FUNCTION audit_sample_stays();
