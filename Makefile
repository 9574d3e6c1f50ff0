# Everything here is a thin name for ./mvnw, which finds the JDK and Maven by itself.

APP := target/quarkus-app/quarkus-run.jar
# By vectors the MD5s of uploads that run at once are computed side by side; without, one by one.
VECTORS := --add-modules jdk.incubator.vector
# Many short requests and little that lives: G1, which a JVM would choose, takes a tenth longer for each.
COLLECTOR := $(if $(filter -XX:+Use%GC,$(JAVA_OPTS)),,-XX:+UseParallelGC)
# With heap and compiled code in pages of 2 MiB, a tenth less again. The JVM warns about a kernel without.
PAGES := $(if $(shell grep -s '\[always\]\|\[madvise\]' /sys/kernel/mm/transparent_hugepage/enabled),-XX:+UseTransparentHugePages)
# Folders too: a removed file changes only its folder.
SOURCES := pom.xml $(shell find src/main)

.PHONY: help run test bench microbench soak fmt table clean
.DEFAULT_GOAL := help

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 12

run: $(APP) ## build what changed, then start Cairn on port 9000 (Ctrl-C stops it)
	@exec "$$(./mvnw --java-home)/bin/java" $(VECTORS) $(COLLECTOR) $(PAGES) $(JAVA_OPTS) -jar $(APP)

test: ## run every check and test, those of the packaged application too
	./mvnw --no-transfer-progress verify

# What is compiled for the tests, and the class path of it; javac must not see them as modules.
TEST_CLASSES := target/bench/class-path
$(TEST_CLASSES): $(SOURCES) $(shell find src/test)
	@mkdir -p $(@D)
	@./mvnw -q --no-transfer-progress test-compile dependency:build-classpath \
	  -Dspotless.check.skip -Dmdep.includeScope=test -Dmdep.outputFile=$@
	@touch $@
test_java = "$$(./mvnw --java-home)/bin/java" -cp "$(1)target/test-classes:target/classes:$$(cat $(TEST_CLASSES))"

# CASES=put-1g,get-4k ROUNDS=3 SCALE=0.1 WARMUP=10 choose less; JAVA_OPTS go to Cairn.
bench: $(APP) $(TEST_CLASSES) ## measure Cairn against what this machine can do
	@src/test/bench/install
	@exec $(call test_java) -Dcairn.packaged.jar=$(APP) -Dbench.cases="$(CASES)" \
	  -Dbench.rounds=$(or $(ROUNDS),5) -Dbench.warm-up=$(or $(WARMUP),60) \
	  -Dbench.scale=$(or $(SCALE),1) -Dbench.jvm="$(JAVA_OPTS)" dev.cairn.bench.Bench

# BENCHMARKS=Digest chooses, JMH='-f 1 -i 1' replaces its options. Its processor sees these sources only.
microbench: $(TEST_CLASSES) ## measure single classes by JMH
	@rm -rf target/microbench && mkdir -p target/microbench
	@"$$(./mvnw --java-home)/bin/javac" -proc:full -nowarn -implicit:none \
	  -processor org.openjdk.jmh.generators.BenchmarkProcessor -d target/microbench \
	  -cp "target/test-classes:target/classes:$$(cat $(TEST_CLASSES))" \
	  $(shell find src/test/java -name '*Benchmark.java')
	@exec $(call test_java,target/microbench:) org.openjdk.jmh.Main \
	  $(or $(JMH),-f 1 -wi 3 -w 2s -i 5 -r 2s) "$(BENCHMARKS)"

soak: ## let clients of all kinds work for MINUTES (60), and see that nothing is left of it
	./mvnw --no-transfer-progress verify -Dspotless.check.skip -Dtest=None \
	  -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=SoakIT \
	  -Dcairn.soak.seconds=$$(($(or $(MINUTES),60) * 60))

fmt: ## format the sources
	./mvnw -q spotless:apply

table: ## write the README's table of operations anew
	./mvnw -q --no-transfer-progress test -Dtest=OperationsTableQuarkusTest -Dreadme.write=true

clean: ## remove what was built; the data folder stays
	./mvnw -q clean

$(APP): $(SOURCES)
	./mvnw -q --no-transfer-progress compile quarkus:build -Dspotless.check.skip
	@touch $@
