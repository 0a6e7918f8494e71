using System.Collections.Concurrent;
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
    private const string Unused = "LABT002";
    private const string UnusedTitle = "A step is kept and never awaited";
    private const string UnusedMessage = "The step '{0}' is never awaited; await it, or pass it on to Task.WhenAll";
    private const string Unfinished = "LABT003";
    private const string UnfinishedTitle = "A step is described and never done";
    private const string UnfinishedMessage = "'{0}' does nothing yet: {1}";

    private static readonly DiagnosticDescriptor NotAwaited = new(
        "LABT001",
        "A step is not awaited",
        "'{0}' is not awaited: what it does and what it comes to would belong to no test; write await before it, and make the method async Task",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    private static readonly DiagnosticDescriptor NeverUsed = new(
        Unused,
        UnusedTitle,
        UnusedMessage,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    // Of a field this is known only when all of the code was seen.
    private static readonly DiagnosticDescriptor NeverRead = new(
        Unused,
        UnusedTitle,
        UnusedMessage,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    private static readonly DiagnosticDescriptor NotFinished = new(
        Unfinished,
        UnfinishedTitle,
        UnfinishedMessage,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    private static readonly DiagnosticDescriptor NeverEnded = new(
        Unfinished,
        UnfinishedTitle,
        UnfinishedMessage,
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NotAwaited, NeverUsed, NeverRead, NotFinished, NeverEnded];

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
            Members(start, types);
        });
    }

    private static void Statement(OperationAnalysisContext context, KnownTypes types)
    {
        var operation = ((IExpressionStatementOperation)context.Operation).Operation;
        var isDiscard = operation is ISimpleAssignmentOperation { Target: IDiscardOperation };
        var value = KnownTypes.Unwrapped(isDiscard ? ((ISimpleAssignmentOperation)operation).Value : operation);
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
                if (IsKept(declarator.Symbol.Type, declarator.GetVariableInitializer()?.Value, types))
                    kept[declarator.Symbol] = declarator;
            }
            else if (operation is ILocalReferenceOperation reference && !IsWritten(reference))
            {
                used.Add(reference.Local);
            }
        }

        foreach (var variable in kept.Where(v => !used.Contains(v.Key)))
        {
            context.ReportDiagnostic(types.Missing(variable.Key.Type) is { } missing
                ? Diagnostic.Create(NotFinished, variable.Value.Syntax.GetLocation(), variable.Key.Name, missing)
                : Diagnostic.Create(NeverUsed, variable.Value.Syntax.GetLocation(), variable.Key.Name));
        }
    }

    // What nothing outside of the type can see and nothing in it reads.
    private static void Members(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var kept = new ConcurrentDictionary<ISymbol, IOperation>(SymbolEqualityComparer.Default);
        var used = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        context.RegisterOperationAction(
            c =>
            {
                var reference = (IMemberReferenceOperation)c.Operation;
                if (reference.Member.DeclaredAccessibility != Accessibility.Private)
                    return;
                if (!IsWritten(reference))
                    used[reference.Member] = true;
                else if (reference.Parent is ISimpleAssignmentOperation assignment && IsKept(reference.Type, assignment.Value, types))
                    kept[reference.Member] = assignment;
            },
            OperationKind.FieldReference,
            OperationKind.PropertyReference);
        context.RegisterOperationAction(
            c =>
            {
                var initializer = (ISymbolInitializerOperation)c.Operation;
                var members = initializer is IFieldInitializerOperation fields ? fields.InitializedFields.Cast<ISymbol>() : ((IPropertyInitializerOperation)initializer).InitializedProperties;
                foreach (var member in members.Where(m => m.DeclaredAccessibility == Accessibility.Private && IsKept(type: null, initializer.Value, types)))
                    kept[member] = initializer.Value;
            },
            OperationKind.FieldInitializer,
            OperationKind.PropertyInitializer);
        context.RegisterCompilationEndAction(c =>
        {
            foreach (var member in kept.Where(m => !used.ContainsKey(m.Key)))
            {
                c.ReportDiagnostic(types.Missing((member.Key as IFieldSymbol)?.Type ?? ((IPropertySymbol)member.Key).Type) is { } missing
                    ? Diagnostic.Create(NeverEnded, member.Value.Syntax.GetLocation(), member.Key.Name, missing)
                    : Diagnostic.Create(NeverRead, member.Value.Syntax.GetLocation(), member.Key.Name));
            }
        });
    }

    private static bool IsWritten(IOperation reference) => reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference;

    // Something that has to be awaited, or to be ended and then awaited.
    private static bool IsKept(ITypeSymbol? type, IOperation? value, KnownTypes types)
    {
        if (types.IsStep(type) || types.Missing(type) is not null)
            return true;
        return value is not null && KnownTypes.Unwrapped(value) is var given && (types.IsStepOrTaskOfStep(given) || types.Missing(given.Type) is not null);
    }
}
