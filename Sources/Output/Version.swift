/// The compiler's version, as `ksf --version` prints it and outputs name it.
package let compilerVersion = "0.1.0"
