-- Whose second factor an administrator took away, because it was lost, and how it was made sure who asked.
CREATE TABLE "FactorLift" (
  "id" UUID NOT NULL,
  "personId" UUID NOT NULL,
  "reason" TEXT NOT NULL,
  "by" JSONB NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "FactorLift_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "FactorLift_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "FactorLift_at_idx" ON "FactorLift" ("at" DESC);
CREATE INDEX "FactorLift_personId_idx" ON "FactorLift" ("personId");

CREATE TRIGGER factor_lift_stays BEFORE UPDATE OR DELETE ON "FactorLift" FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only();
