using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LabTest.Analyzers.Tests;

/// <summary>The arguments that a compilation declares by asking for them.</summary>
public sealed class ArgumentGeneratorTests
{
    [Fact]
    public void Every_constant_name_is_declared_once_with_what_it_is_otherwise()
    {
        Declared("""
            public sealed class Experiment(Station s)
            {
                private const string Fast = "fast";
                private const string Prefix = "v";

                [Fact]
                public void T()
                {
                    s.Argument("vin", 5.0.Volts());
                    s.Argument("vin", 4.Volts());
                    s.Argument(otherwise: Quantity.Parse("0.5 A"), name: Prefix + "out");
                    s.Argument(Fast, false);
                    s.Argument("variant", "A \"b\" \\ c");
                    s.Argument("label", "5 V");
                    s.Argument("mode", "true");
                    s.Argument("count", 3);
                    s?.Argument("perhaps", true);
                    s.Argument("computed" + s.Name, 1.Volts());
                    new Other().Argument("not ours", 1);
                    Quantity Later() => s.Argument("later", 1.Seconds() + 2.Seconds());
                }
            }

            public sealed class Other { public int Argument(string name, int otherwise) => otherwise; }
            """).Should().Equal(
            ("count", "3"), ("fast", "false"), ("label", "\"5 V\""), ("later", "1.Seconds() + 2.Seconds()"), ("mode", "\"true\""), ("perhaps", "true"), ("variant", "A \"b\" \\ c"), ("vin", "5.0.Volts()"), ("vout", "0.5 A"));
    }

    [Fact]
    public void Experiments_that_ask_for_nothing_declare_nothing() => Declared("public sealed class Experiment(Station s) { }").Should().BeEmpty();

    private static (string Name, string Otherwise)[] Declared(string source)
    {
        var driver = CSharpGeneratorDriver.Create(new ArgumentGenerator()).RunGeneratorsAndUpdateCompilation(
            Compiled.Of(source), out var compilation, out var problems, TestContext.Current.CancellationToken);

        problems.Should().BeEmpty();
        driver.GetRunResult().Results.Should().OnlyContain(static r => r.Exception == null);
        compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        return [.. compilation.Assembly.GetAttributes()
            .Where(static a => a.AttributeClass?.Name == "LabArgumentAttribute")
            .Select(static a => ((string)a.ConstructorArguments[0].Value!, (string)a.ConstructorArguments[1].Value!))];
    }
}
