using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LabTest.Analyzers;

/// <summary>The types of LabTest that the rules are about, as a compilation sees them.</summary>
internal sealed class KnownTypes
{
    private readonly INamedTypeSymbol _step;
    private readonly IAssemblySymbol _own;
    private readonly INamedTypeSymbol?[] _tasks;
    private readonly INamedTypeSymbol? _assertions;
    private readonly INamedTypeSymbol? _scan;

    private KnownTypes(INamedTypeSymbol step, Compilation compilation)
    {
        _step = step;
        _own = compilation.Assembly;
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

    /// <summary>
    /// Whether it is a task in which steps may be: what a step gives to be awaited, such as <c>AsTask()</c>, what a method or delegate of the experiments themselves
    /// gives, or what waits for such, as <c>Task.WhenAll</c> and <c>Task.Run</c> do.
    /// </summary>
    public bool IsTaskOfStep(IOperation operation) => operation switch
    {
        IInvocationOperation call => IsTaskOfStep(call),
        IConditionalAccessOperation access => IsTaskOfStep(access.WhenNotNull),
        IConditionalOperation { WhenFalse: { } other } choice => IsStepOrTaskOfStep(Unwrapped(choice.WhenTrue)) || IsStepOrTaskOfStep(Unwrapped(other)),
        _ => false,
    };

    private bool IsTaskOfStep(IInvocationOperation call) => IsOwnTask(call.TargetMethod) || call.TargetMethod.Name switch
    {
        "AsTask" or "ConfigureAwait" or "GetAwaiter" or "WaitAsync" or "ContinueWith" or "Unwrap" => call.Instance is { } of && IsStepOrTaskOfStep(Unwrapped(of)),
        "WhenAll" or "WhenAny" or "Run" or "StartNew" => IsTask(call.Type) && call.Arguments.Any(a => a.Value.DescendantsAndSelf().Any(IsOrBecomesTaskOfStep)),
        _ => false,
    };

    private bool IsOrBecomesTaskOfStep(IOperation operation) => IsStepOrTaskOfStep(operation) || (operation is IMethodReferenceOperation reference && IsOwnTask(reference.Method));

    private bool IsOwnTask(IMethodSymbol method) =>
        IsTask(method.ReturnType) && (method.MethodKind == MethodKind.DelegateInvoke || SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _own));

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
