-- What other people's programs are told of: their addresses, the messages, and what came of each call.
-- CreateTable
CREATE TABLE "Webhook" (
    "id" UUID NOT NULL,
    "organisationId" UUID,
    "bodyId" UUID,
    "personId" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "about" TEXT,
    "kinds" TEXT[],
    "secret" TEXT NOT NULL,
    "formerSecret" TEXT,
    "formerUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "stoppedAt" TIMESTAMPTZ(3),
    "stoppedWhy" TEXT,
    "failingSince" TIMESTAMPTZ(3),
    "busyUntil" TIMESTAMPTZ(3),
    "triedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookMessage" (
    "seq" BIGSERIAL NOT NULL,
    "webhookId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "stream" TEXT,
    "payload" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "WebhookMessage_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "WebhookTry" (
    "seq" BIGSERIAL NOT NULL,
    "message" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ms" INTEGER NOT NULL,
    "status" INTEGER,
    "failure" TEXT,
    "excerpt" TEXT NOT NULL,

    CONSTRAINT "WebhookTry_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE INDEX "Webhook_organisationId_idx" ON "Webhook"("organisationId");

-- CreateIndex
CREATE INDEX "Webhook_bodyId_idx" ON "Webhook"("bodyId");

-- CreateIndex
CREATE INDEX "WebhookMessage_webhookId_state_seq_idx" ON "WebhookMessage"("webhookId", "state", "seq");

-- CreateIndex
CREATE INDEX "WebhookMessage_state_nextAt_idx" ON "WebhookMessage"("state", "nextAt");

-- CreateIndex
CREATE INDEX "WebhookMessage_doneAt_idx" ON "WebhookMessage"("doneAt");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookMessage_webhookId_messageId_key" ON "WebhookMessage"("webhookId", "messageId");

-- CreateIndex
CREATE INDEX "WebhookTry_message_seq_idx" ON "WebhookTry"("message", "seq");

-- AddForeignKey
ALTER TABLE "WebhookTry" ADD CONSTRAINT "WebhookTry_message_fkey" FOREIGN KEY ("message") REFERENCES "WebhookMessage"("seq") ON DELETE CASCADE ON UPDATE CASCADE;
