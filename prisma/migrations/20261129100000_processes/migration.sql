-- CreateTable
CREATE TABLE "Process" (
    "id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "pid" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Process_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobAct" (
    "id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "job" TEXT NOT NULL,
    "by" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "JobAct_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "JobAct_at_idx" ON "JobAct"("at" DESC);
