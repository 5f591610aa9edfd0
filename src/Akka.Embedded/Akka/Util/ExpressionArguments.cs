using System.Linq.Expressions;
using System.Reflection;

namespace Akka.Util;

/// <summary>The values of a constructor call's arguments, without compiling what can be read directly.</summary>
internal static class ExpressionArguments
{
    public static object[] Evaluate(NewExpression creation) => creation.Arguments.Select(Evaluate).ToArray();

    private static object Evaluate(Expression expression) =>
        TryRead(expression, out var value) ? value : Expression.Lambda(expression).Compile().DynamicInvoke();

    private static bool TryRead(Expression expression, out object value)
    {
        value = null;
        switch (expression)
        {
            case ConstantExpression constant:
                value = constant.Value;
                return true;
            case MemberExpression { Member: FieldInfo field } access when TryReadOwner(access, out var owner):
                value = field.GetValue(owner);
                return true;
            default:
                return false;
        }
    }

    private static bool TryReadOwner(MemberExpression access, out object owner)
    {
        owner = null;
        return access.Expression is null || (TryRead(access.Expression, out owner) && owner is not null);
    }
}
