-- An audit of signs is a stream of the ledger, its row the fold. What was drawn before is drawn again by the same seed.
DROP TABLE "AuditCode";
DROP TABLE "Auditor";
DROP TABLE "AuditItem";
DROP TABLE "AuditSample";
DROP FUNCTION audit_sample_stays();

-- CreateTable
CREATE TABLE "Audit" (
    "id" UUID NOT NULL,
    "period" CHAR(7) NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "Audit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Audit_period_key" ON "Audit"("period");
