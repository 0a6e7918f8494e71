using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LabTest.Analyzers;

/// <summary>
/// Finds steps that nobody awaits: the compiler's own warning is silent outside of <c>async</c> methods and where a value is discarded on purpose. What this
/// does not see, such as a step that a helper keeps, the run tells as an Error.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepAnalyzer : DiagnosticAnalyzer
{
    private const string Category = "Experiments";

    private static readonly DiagnosticDescriptor NotAwaited = new(
        "LABT001",
        "A step is not awaited",
        "'{0}' is not awaited: what it does and what it comes to would belong to no test; write await before it, and make the method async Task",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    private static readonly DiagnosticDescriptor NeverUsed = new(
        "LABT002",
        "A step is kept and never awaited",
        "The step '{0}' is never awaited; await it, or pass it on to Task.WhenAll",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    private static readonly DiagnosticDescriptor NotFinished = new(
        "LABT003",
        "A step is described and never done",
        "'{0}' does nothing yet: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NotAwaited, NeverUsed, NotFinished];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        if (context is null)
            throw new ArgumentNullException(nameof(context));
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownTypes.Of(start.Compilation) is not { } types)
                return;
            start.RegisterOperationAction(c => Statement(c, types), OperationKind.ExpressionStatement);
            start.RegisterOperationBlockAction(c => Variables(c, types));
        });
    }

    private static void Statement(OperationAnalysisContext context, KnownTypes types)
    {
        var operation = ((IExpressionStatementOperation)context.Operation).Operation;
        var isDiscard = operation is ISimpleAssignmentOperation { Target: IDiscardOperation };
        var value = Unwrapped(isDiscard ? ((ISimpleAssignmentOperation)operation).Value : operation);
        if (value is IAssignmentOperation)
            return;
        if (types.IsStep(value) || types.IsTaskOfStep(value) || (!isDiscard && types.IsTask(value.Type)))
            context.ReportDiagnostic(Diagnostic.Create(NotAwaited, value.Syntax.GetLocation(), value.Syntax.ToString()));
        else if (types.Missing(value.Type) is { } missing)
            context.ReportDiagnostic(Diagnostic.Create(NotFinished, value.Syntax.GetLocation(), value.Syntax.ToString(), missing));
    }

    private static void Variables(OperationBlockAnalysisContext context, KnownTypes types)
    {
        var kept = new Dictionary<ILocalSymbol, IOperation>(SymbolEqualityComparer.Default);
        var used = new HashSet<ILocalSymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in context.OperationBlocks.SelectMany(static b => b.DescendantsAndSelf()))
        {
            if (operation is IVariableDeclaratorOperation declarator)
            {
                if (types.IsStep(declarator.Symbol.Type) || (declarator.GetVariableInitializer()?.Value is { } value && types.IsStepOrTaskOfStep(Unwrapped(value))))
                    kept[declarator.Symbol] = declarator;
            }
            else if (operation is ILocalReferenceOperation reference && !(reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference))
            {
                used.Add(reference.Local);
            }
        }

        foreach (var variable in kept.Where(v => !used.Contains(v.Key)))
            context.ReportDiagnostic(Diagnostic.Create(NeverUsed, variable.Value.Syntax.GetLocation(), variable.Key.Name));
    }

    private static IOperation Unwrapped(IOperation operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        return operation;
    }
}
