# Everything here is a thin name for ./mvnw, which finds the JDK and Maven by itself.

APP := target/quarkus-app/quarkus-run.jar
# Folders too: a removed file changes only its folder.
SOURCES := pom.xml $(shell find src/main)

.PHONY: help run test bench fmt table clean
.DEFAULT_GOAL := help

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 8

run: $(APP) ## build what changed, then start Cairn on port 9000 (Ctrl-C stops it)
	@exec "$$(./mvnw --java-home)/bin/java" $(JAVA_OPTS) -jar $(APP)

test: ## run every check and test, those of the packaged application too
	./mvnw --no-transfer-progress verify

# CASES=put-1g,get-4k ROUNDS=3 SCALE=0.1 choose less; JAVA_OPTS go to Cairn.
bench: $(APP) ## measure Cairn against what this machine can do; the table is left in target/bench
	@src/test/bench/install
	@mkdir -p target/bench
	@./mvnw -q --no-transfer-progress test-compile dependency:build-classpath \
	  -Dspotless.check.skip -Dmdep.includeScope=test -Dmdep.outputFile=target/bench/class-path
	@exec "$$(./mvnw --java-home)/bin/java" \
	  -cp "target/test-classes:target/classes:$$(cat target/bench/class-path)" \
	  -Dcairn.packaged.jar=$(APP) -Dbench.cases="$(CASES)" -Dbench.rounds=$(or $(ROUNDS),5) \
	  -Dbench.scale=$(or $(SCALE),1) -Dbench.jvm="$(JAVA_OPTS)" dev.cairn.bench.Bench

fmt: ## format the sources
	./mvnw -q spotless:apply

table: ## write the README's table of operations anew
	./mvnw -q --no-transfer-progress test -Dtest=OperationsTableQuarkusTest -Dreadme.write=true

clean: ## remove what was built; the data folder stays
	./mvnw -q clean

$(APP): $(SOURCES)
	./mvnw -q --no-transfer-progress compile quarkus:build -Dspotless.check.skip
	@touch $@
