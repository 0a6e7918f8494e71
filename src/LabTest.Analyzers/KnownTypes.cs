using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LabTest.Analyzers;

/// <summary>The types of LabTest that the rules are about, as a compilation sees them.</summary>
internal sealed class KnownTypes
{
    private readonly INamedTypeSymbol _step;
    private readonly INamedTypeSymbol?[] _tasks;
    private readonly INamedTypeSymbol? _assertions;
    private readonly INamedTypeSymbol? _scan;

    private KnownTypes(INamedTypeSymbol step, Compilation compilation)
    {
        _step = step;
        _tasks =
        [
            compilation.GetTypeByMetadataName("System.Threading.Tasks.Task"), compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1"),
            compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask"), compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1"),
        ];
        _assertions = compilation.GetTypeByMetadataName("LabTest.Recording.Assertions.MeasuringAssertions");
        _scan = compilation.GetTypeByMetadataName("LabTest.Recording.ScanBuilder");
    }

    /// <summary>The types; null in a compilation that does not know LabTest.</summary>
    public static KnownTypes? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("LabTest.Step") is { } step ? new KnownTypes(step, compilation) : null;

    public bool IsStep(ITypeSymbol? type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(t, _step))
                return true;
        }

        return false;
    }

    public bool IsStep(IOperation operation) => IsStep(operation.Type);

    /// <summary>Whether it is what a step gives to be awaited, such as <c>AsTask()</c>, or waits for several, as <c>Task.WhenAll</c> does.</summary>
    public bool IsTaskOfStep(IOperation operation) => operation is IInvocationOperation call && call.TargetMethod.Name switch
    {
        "AsTask" or "ConfigureAwait" or "GetAwaiter" or "WaitAsync" or "ContinueWith" or "Unwrap" => call.Instance is { } of && IsStepOrTaskOfStep(Unwrapped(of)),
        "WhenAll" or "WhenAny" => IsTask(call.TargetMethod.ContainingType) && call.Arguments.Any(a => a.Value.DescendantsAndSelf().Any(IsStepOrTaskOfStep)),
        _ => false,
    };

    public bool IsStepOrTaskOfStep(IOperation operation) => IsStep(operation) || IsTaskOfStep(operation);

    public bool IsTask(ITypeSymbol? type) => type is not null && _tasks.Any(t => SymbolEqualityComparer.Default.Equals(t, type.OriginalDefinition));

    /// <summary>What is missing from something that only describes a step; null for all else.</summary>
    public string? Missing(ITypeSymbol? type) => type switch
    {
        null => null,
        _ when SymbolEqualityComparer.Default.Equals(type, _assertions) => "say what the measurement should be, as in Should().BeAtMost(…), and await that",
        _ when SymbolEqualityComparer.Default.Equals(type, _scan) => "end it with Run(), and await that",
        _ => null,
    };

    /// <summary>The value itself, without conversions and parentheses.</summary>
    public static IOperation Unwrapped(IOperation operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        return operation;
    }
}
