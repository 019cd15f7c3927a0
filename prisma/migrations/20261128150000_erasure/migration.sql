-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "erased" JSONB,
ADD COLUMN     "seed" CHAR(64);

-- CreateTable
CREATE TABLE "Erasure" (
    "id" UUID NOT NULL,
    "stream" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "bodyId" UUID,
    "events" JSONB NOT NULL,
    "ground" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "asked" JSONB NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "decided" JSONB,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Erasure_state_askedAt_idx" ON "Erasure"("state", "askedAt" DESC);

-- The ledger is append-only but for an erasure, which takes personal fields and their salts and nothing else, and says that it is one.
CREATE OR REPLACE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'Event' AND current_setting('kenes.erasing', true) = 'on' THEN
    IF NEW.erased IS NOT NULL AND NEW.seed IS NULL
       AND to_jsonb(NEW) - ARRAY['payload', 'actor', 'seed', 'erased'] = to_jsonb(OLD) - ARRAY['payload', 'actor', 'seed', 'erased'] THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'the ledger is append-only';
END $$;
