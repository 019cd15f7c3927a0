-- CreateTable
CREATE TABLE "RegisterLeaf" (
    "stream" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "day" CHAR(10) NOT NULL,
    "position" INTEGER NOT NULL,
    "object" CHAR(64) NOT NULL,
    "entry" CHAR(64) NOT NULL,
    "nonce" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "RegisterLeaf_pkey" PRIMARY KEY ("stream","version")
);

-- CreateTable
CREATE TABLE "RegisterDay" (
    "day" CHAR(10) NOT NULL,
    "leaves" INTEGER NOT NULL,
    "total" BIGINT NOT NULL,
    "root" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "statement" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RegisterDay_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE UNIQUE INDEX "RegisterLeaf_day_position_key" ON "RegisterLeaf"("day", "position");

-- What was signed stays: the database itself refuses to change or remove it.
CREATE TRIGGER register_leaf_stays BEFORE UPDATE OR DELETE ON "RegisterLeaf" FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER register_day_stays BEFORE UPDATE OR DELETE ON "RegisterDay" FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only();
