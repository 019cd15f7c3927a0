-- Tables are applied and taken back by the worker: who began it, and when.
ALTER TABLE "Import"
  ADD COLUMN "applyBegunAt" TIMESTAMPTZ(3),
  ADD COLUMN "appliedById" UUID,
  ADD COLUMN "undoBegunAt" TIMESTAMPTZ(3),
  ADD COLUMN "undoneById" UUID;
