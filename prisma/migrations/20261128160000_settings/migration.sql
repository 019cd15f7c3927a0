-- CreateTable
CREATE TABLE "SettingChange" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "by" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SettingChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SettingChange_name_at_idx" ON "SettingChange"("name", "at" DESC);

-- The history of settings stays.
CREATE TRIGGER setting_change_stays BEFORE UPDATE OR DELETE ON "SettingChange" FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only();
