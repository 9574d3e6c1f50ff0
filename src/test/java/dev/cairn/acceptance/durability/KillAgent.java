package dev.cairn.acceptance.durability;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Java agent that ends its process at once, without any hook, when a method was entered or left
 * for the n-th time since a file appeared. It lives in a jar of its own, on the boot class path,
 * and needs nothing but the JDK.
 */
public final class KillAgent {
  /** What the process ends with, and nothing else ends with. */
  static final int STATUS = 86;

  private static Path armed;
  private static AtomicInteger left;

  private KillAgent() {}

  /**
   * @param arguments class name, method name, {@code ENTRY} or {@code EXIT}, n, the file
   */
  public static void premain(String arguments, Instrumentation instrumentation) {
    String[] words = arguments.split(",", 5);
    left = new AtomicInteger(Integer.parseInt(words[3]));
    armed = Path.of(words[4]);
    instrumentation.addTransformer(
        new Transformer(words[0].replace('.', '/'), words[1], words[2].equals("ENTRY")));
  }

  /** Called at the point. */
  public static void pass() {
    if (Files.exists(armed) && left.decrementAndGet() == 0) {
      Runtime.getRuntime().halt(STATUS);
    }
  }

  private record Transformer(String owner, String method, boolean atEntry)
      implements ClassFileTransformer {
    @Override
    public byte[] transform(
        ClassLoader loader,
        String name,
        Class<?> redefined,
        ProtectionDomain domain,
        byte[] bytes) {
      if (!owner.equals(name)) {
        return null;
      }
      ClassFile classes =
          ClassFile.of(
              ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
      return classes.transformClass(
          classes.parse(bytes),
          ClassTransform.transformingMethodBodies(
              each -> each.methodName().equalsString(method), new Point(atEntry)));
    }
  }

  private record Point(boolean atEntry) implements CodeTransform {
    @Override
    public void atStart(CodeBuilder code) {
      if (atEntry) {
        pass(code);
      }
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (!atEntry && element instanceof ReturnInstruction) {
        pass(code);
      }
      code.with(element);
    }

    private static void pass(CodeBuilder code) {
      code.invokestatic(
          ClassDesc.of(KillAgent.class.getName()),
          "pass",
          MethodTypeDesc.of(ConstantDescs.CD_void));
    }
  }
}
